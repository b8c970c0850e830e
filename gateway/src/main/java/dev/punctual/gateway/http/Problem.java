package dev.punctual.gateway.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as people and programs see it: problem details of RFC 9457, with a stable code.
 *
 * @param type a URI that ends in the code
 * @param title what the code means
 * @param status the HTTP status
 * @param detail what is wrong here, and what would be right
 * @param errors the fields at fault; empty when it is none
 * @param current with {@code precondition-failed} the thing as it is now, with {@code
 *     count-mismatch} the count; else null and not written
 * @param place with {@code query-…} where it goes wrong; else null and not written
 */
record Problem(
    String type,
    String title,
    int status,
    ProblemCode code,
    String detail,
    List<FieldError> errors,
    @Nullable Object current,
    Refused.@Nullable Place place) {

  Problem {
    errors = List.copyOf(errors);
  }

  /**
   * What is wrong about one field.
   *
   * @param field its path in the body, or the name of a parameter
   */
  record FieldError(String field, ProblemCode code, String message) {}

  static Problem of(
      ProblemCode code,
      String field,
      String message,
      @Nullable Record current,
      Refused.@Nullable Place place) {
    return new Problem(
        "https://schemas.punctual.dev/problems/" + code.wireName(),
        code.title(),
        code.status().getCode(),
        code,
        message,
        field.isEmpty() ? List.of() : List.of(new FieldError(field, code, message)),
        current,
        place);
  }

  /** The same with an error for each of these fields. */
  Problem with(Map<String, String> fields) {
    return new Problem(
        type,
        title,
        status,
        code,
        detail,
        fields.entrySet().stream()
            .map(field -> new FieldError(field.getKey(), code, field.getValue()))
            .toList(),
        current,
        place);
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", type);
    tree.put("title", title);
    tree.put("status", status);
    tree.put("code", code);
    tree.put("detail", detail);
    tree.put("errors", errors);
    if (current != null) {
      tree.put("current", current);
    }
    if (place != null) {
      tree.put("position", place.position());
      tree.put("suggestions", place.suggestions());
    }
    return tree;
  }
}
