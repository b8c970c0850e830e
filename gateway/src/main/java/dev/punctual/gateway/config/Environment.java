package dev.punctual.gateway.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables, the only source of configuration. An empty one counts as absent. */
public record Environment(Map<String, String> variables) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  String text(String name, String otherwise) {
    String value = textOrNull(name);
    return value == null ? otherwise : value;
  }

  @Nullable String textOrNull(String name) {
    String value = variables.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  @Nullable Path pathOrNull(String name) {
    String value = textOrNull(name);
    return value == null ? null : Path.of(value);
  }

  /**
   * A TCP port.
   *
   * @throws IllegalArgumentException when it is not a number from 0 to 65535
   */
  int port(String name, int otherwise) {
    String value = textOrNull(name);
    try {
      int port = value == null ? otherwise : Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other value that is no port.
    }
    throw new IllegalArgumentException(name + " must be a port from 0 to 65535, not " + value);
  }
}
