package dev.punctual.gateway.mcp;

import dev.punctual.gateway.assistant.tool.Argument;
import dev.punctual.gateway.assistant.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A tool as agents are told of it. */
final class ToolDocument {
  private ToolDocument() {}

  static Map<String, ?> of(Tool tool) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", tool.wireName());
    document.put("title", title(tool));
    document.put("description", tool.description());
    document.put("inputSchema", schema(tool.arguments()));
    document.put(
        "annotations",
        Map.of(
            "readOnlyHint",
            tool.reads(),
            "destructiveHint",
            tool.takesAway(),
            "idempotentHint",
            tool.isIdempotent(),
            "openWorldHint",
            false));
    return document;
  }

  private static Map<String, ?> schema(List<Argument> arguments) {
    Map<String, Object> properties = new LinkedHashMap<>();
    arguments.forEach(argument -> properties.put(argument.name(), property(argument)));
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        arguments.stream().filter(Argument::isRequired).map(Argument::name).toList(),
        "additionalProperties",
        false);
  }

  private static Map<String, ?> property(Argument argument) {
    return switch (argument.form()) {
      case TEXT -> Map.of("type", "string");
      case TEXTS -> Map.of("type", "array", "items", Map.of("type", "string"));
      case CHOICE -> Map.of("type", "string", "enum", argument.choices());
      case DATE, LOCAL_TIME ->
          Map.of("type", "string", "description", argument.form().description());
    };
  }

  private static String title(Tool tool) {
    String words = tool.wireName().replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
