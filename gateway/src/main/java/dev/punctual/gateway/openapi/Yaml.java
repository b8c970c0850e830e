package dev.punctual.gateway.openapi;

import dev.punctual.contracts.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree as YAML in blocks; scalars are written as JSON, which YAML 1.2 reads. */
final class Yaml {
  private final StringBuilder out = new StringBuilder();

  private Yaml() {}

  static String write(Map<String, ?> tree) {
    Yaml yaml = new Yaml();
    yaml.fields(tree, 0);
    return yaml.out.toString();
  }

  private void fields(Map<?, ?> fields, int depth) {
    fields.forEach(
        (name, value) -> {
          indent(depth);
          String key = String.valueOf(name);
          out.append(key.matches("[A-Za-z_][\\w.-]*") ? key : Json.write(key)).append(':');
          nested(value, depth + 1);
        });
  }

  private void items(List<?> items, int depth) {
    for (Object item : items) {
      indent(depth);
      out.append('-');
      nested(item, depth + 1);
    }
  }

  private void nested(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
      out.append('\n');
      fields(fields, depth);
    } else if (value instanceof List<?> items && !items.isEmpty()) {
      out.append('\n');
      items(items, depth);
    } else {
      out.append(' ').append(Json.write(value)).append('\n');
    }
  }

  private void indent(int depth) {
    out.append("  ".repeat(depth));
  }
}
