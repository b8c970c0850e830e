package dev.punctual.gateway.openapi;

import dev.punctual.gateway.http.ProblemCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Refusals: problem details of RFC 9457 with a stable code. */
final class ProblemSchemas {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> CODE =
      Map.of("$ref", "#/components/schemas/ProblemCode");

  private ProblemSchemas() {}

  static Map<String, Object> all() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    schemas.put(
        "ProblemCode",
        Map.of(
            "type",
            "string",
            "enum",
            Arrays.stream(ProblemCode.values()).map(ProblemCode::wireName).toList()));
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("field", TEXT);
    error.put("code", CODE);
    error.put("message", TEXT);
    schemas.put("Problem.FieldError", object(error, List.copyOf(error.keySet())));
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", Map.of("type", "string", "format", "uri"));
    problem.put("title", TEXT);
    problem.put("status", Map.of("type", "integer"));
    problem.put("code", CODE);
    problem.put("detail", TEXT);
    problem.put(
        "errors",
        Map.of(
            "type", "array", "items", Map.of("$ref", "#/components/schemas/Problem.FieldError")));
    List<String> required = List.copyOf(problem.keySet());
    problem.put(
        "current",
        Map.of(
            "type",
            "object",
            "description",
            "With precondition-failed the thing as it is now, with count-mismatch the count."));
    problem.put(
        "position",
        Map.of(
            "type",
            "integer",
            "description",
            "With query codes, where the query goes wrong, in UTF-16 code units from 0."));
    problem.put(
        "suggestions",
        Map.of(
            "type",
            "array",
            "items",
            TEXT,
            "description",
            "With query codes, what may have been meant there."));
    schemas.put("Problem", object(problem, required));
    return schemas;
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }
}
