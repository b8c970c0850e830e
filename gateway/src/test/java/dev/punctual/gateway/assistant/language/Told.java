package dev.punctual.gateway.assistant.language;

import dev.punctual.contracts.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results in one line, without what is absent: exact, and short enough to be read by people. */
final class Told {
  private Told() {}

  static String drafts(QuickAdd read) {
    String reminders = read.reminders().isEmpty() ? "" : " " + tree(read.reminders());
    return read.task() == null
        ? "series " + tree(read.series())
        : "task " + tree(read.task()) + reminders;
  }

  static String parts(QuickAdd read, String text) {
    return read.parts().stream()
        .map(
            part ->
                part.kind().wireName()
                    + "="
                    + part.value()
                    + " ["
                    + text.substring(part.from(), part.to())
                    + "]")
        .collect(Collectors.joining("; "));
  }

  /** As JSON without quotes, nulls and empty lists. */
  static String tree(Object value) {
    return Json.write(pruned(Json.parse(Json.write(value))))
        .replace(",\"", ", \"")
        .replace("\"", "");
  }

  private static Object pruned(Object tree) {
    if (tree instanceof List<?> items) {
      return items.stream().map(Told::pruned).toList();
    }
    if (tree instanceof Map<?, ?> fields) {
      Map<String, Object> kept = new LinkedHashMap<>();
      fields.forEach(
          (name, field) -> {
            if (field != null && !List.of().equals(field)) {
              kept.put(String.valueOf(name), pruned(field));
            }
          });
      return kept;
    }
    return tree;
  }
}
