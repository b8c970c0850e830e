package dev.punctual.gateway.interchange;

import java.util.Map;

/**
 * A content line of a calendar file (RFC 5545 §3.1).
 *
 * @param name in upper case
 * @param parameters by their names in upper case, without quotes
 * @param value as it is written, escapes and all
 */
record Line(String name, Map<String, String> parameters, String value) {
  Line {
    parameters = Map.copyOf(parameters);
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /** The value as TEXT (RFC 5545 §3.3.11). */
  String text() {
    return Escapes.unescape(value);
  }
}
