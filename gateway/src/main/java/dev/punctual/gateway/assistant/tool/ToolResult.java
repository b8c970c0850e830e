package dev.punctual.gateway.assistant.tool;

import dev.punctual.contracts.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What came of a call.
 *
 * @param isRefused whether nothing was done or found, for the reason that the fields give
 * @param fields a JSON object
 */
public record ToolResult(boolean isRefused, Map<String, Object> fields) {
  static ToolResult of(String name, Object value) {
    return new ToolResult(false, Map.of(name, value));
  }

  static ToolResult done(String name, Object value) {
    return of("status", "done").with(name, value);
  }

  static ToolResult planned() {
    return of("status", "planned")
        .with("note", "Not done: the person is asked to confirm it when you have finished.");
  }

  static ToolResult refused(String code, String message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", "refused");
    fields.put("code", code);
    fields.put("message", message);
    return new ToolResult(true, fields);
  }

  ToolResult with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new ToolResult(isRefused, more);
  }

  public String json() {
    return Json.write(fields);
  }
}
