package dev.punctual.gateway.assistant;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.punctual.contracts.WireName;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tools as a model is told of them: their arguments are the components of their records. */
final class ToolSchemas {
  private ToolSchemas() {}

  static List<ToolSpecification> all() {
    return Arrays.stream(Tool.values()).map(ToolSchemas::of).toList();
  }

  private static ToolSpecification of(Tool tool) {
    JsonObjectSchema.Builder schema = JsonObjectSchema.builder().additionalProperties(false);
    RecordComponent[] components = tool.arguments().getRecordComponents();
    for (RecordComponent component : components) {
      schema.addProperty(component.getName(), element(component.getType()));
    }
    return ToolSpecification.builder()
        .name(tool.wireName())
        .description(tool.description())
        .parameters(
            schema
                .required(
                    Arrays.stream(components)
                        .filter(ToolSchemas::isRequired)
                        .map(RecordComponent::getName)
                        .toList())
                .build())
        .build();
  }

  private static boolean isRequired(RecordComponent component) {
    return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && component.getType() != List.class;
  }

  private static JsonSchemaElement element(Class<?> type) {
    if (type == List.class) {
      return JsonArraySchema.builder().items(JsonStringSchema.builder().build()).build();
    }
    if (type.isEnum()) {
      return JsonEnumSchema.builder()
          .enumValues(
              Arrays.stream(type.getEnumConstants())
                  .map(constant -> ((WireName) constant).wireName())
                  .toList())
          .build();
    }
    String form =
        type == LocalDate.class
            ? "a date such as 2026-03-06"
            : type == LocalDateTime.class ? "a local date-time such as 2026-03-06T14:00" : "";
    return form.isEmpty()
        ? JsonStringSchema.builder().build()
        : JsonStringSchema.builder().description(form).build();
  }
}
