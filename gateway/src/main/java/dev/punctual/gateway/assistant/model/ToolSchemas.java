package dev.punctual.gateway.assistant.model;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.punctual.gateway.assistant.tool.Argument;
import dev.punctual.gateway.assistant.tool.Tool;
import java.util.Arrays;
import java.util.List;

/** The tools as a model is told of them. */
final class ToolSchemas {
  private static final List<ToolSpecification> ALL =
      Arrays.stream(Tool.values()).filter(Tool::isForModels).map(ToolSchemas::of).toList();

  private ToolSchemas() {}

  static List<ToolSpecification> all() {
    return ALL;
  }

  private static ToolSpecification of(Tool tool) {
    JsonObjectSchema.Builder schema = JsonObjectSchema.builder().additionalProperties(false);
    for (Argument argument : tool.arguments()) {
      schema.addProperty(argument.name(), element(argument));
    }
    return ToolSpecification.builder()
        .name(tool.wireName())
        .description(tool.description())
        .parameters(
            schema
                .required(
                    tool.arguments().stream()
                        .filter(Argument::isRequired)
                        .map(Argument::name)
                        .toList())
                .build())
        .build();
  }

  private static JsonSchemaElement element(Argument argument) {
    return switch (argument.form()) {
      case TEXT -> JsonStringSchema.builder().build();
      case TEXTS -> JsonArraySchema.builder().items(JsonStringSchema.builder().build()).build();
      case CHOICE -> JsonEnumSchema.builder().enumValues(argument.choices()).build();
      case DATE, LOCAL_TIME ->
          JsonStringSchema.builder().description(argument.form().description()).build();
    };
  }
}
