package dev.punctual.gateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas as the JSON of the contracts writes them: ids are UUIDs, constants go by their wire
 * names, a local time has no offset, and a field that may be null is there all the same.
 */
final class WireSchemas {
  private static final String REF = "#/components/schemas/";

  private final Map<String, Object> schemas;
  private final Set<String> requests;

  private WireSchemas(Map<String, Object> schemas, Set<String> requests) {
    this.schemas = schemas;
    this.requests = requests;
  }

  /**
   * Changes schemas in place.
   *
   * @param requests the names of those that bodies of requests have
   */
  static void apply(Map<String, Object> schemas, Set<String> requests) {
    Set<String> within = new LinkedHashSet<>();
    requests.forEach(name -> collect(schemas, name, within));
    WireSchemas wire = new WireSchemas(schemas, within);
    List.copyOf(schemas.keySet()).forEach(wire::schema);
  }

  /** A schema like another in which nothing is required; null where there is a default. */
  static Map<String, Object> patchOf(Map<String, Object> draft) {
    Map<String, Object> patch = new LinkedHashMap<>(draft);
    List<String> required = Tree.texts(draft.get("required"));
    Map<String, Object> properties = new LinkedHashMap<>();
    Tree.object(draft, "properties")
        .forEach(
            (name, property) ->
                properties.put(
                    name, required.contains(name) ? property : orNull(Tree.object(property))));
    patch.put("properties", properties);
    patch.put("description", "A merge patch (RFC 7396): null takes a field back to its default.");
    patch.remove("required");
    return patch;
  }

  /** OpenAPI 3.0 says nullable, JSON Schema says a type more. */
  static Map<String, Object> converted(Map<String, Object> schema) {
    Map<String, Object> converted = new LinkedHashMap<>(schema);
    converted.keySet().removeIf(name -> name.startsWith("x-"));
    boolean nullable = Boolean.TRUE.equals(converted.remove("nullable"));
    List<Map<String, Object>> all = Tree.objects(converted.get("allOf"));
    if (all.size() == 1) {
      converted.remove("allOf");
      converted.putAll(all.getFirst());
    }
    if (converted.get("items") instanceof Map<?, ?> items) {
      converted.put("items", converted(Tree.object(items)));
    }
    return nullable ? orNull(converted) : converted;
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> orNull = new LinkedHashMap<>(schema);
    if (schema.get("type") instanceof String type) {
      orNull.put("type", List.of(type, "null"));
    } else if (schema.get("$ref") instanceof String ref) {
      orNull.remove("$ref");
      orNull.put("anyOf", List.of(Map.of("$ref", ref), Map.of("type", "null")));
    }
    return orNull;
  }

  private void schema(String name) {
    Map<String, Object> schema = converted(Tree.object(schemas, name));
    if (name.startsWith("Id.")) {
      schema = new LinkedHashMap<>(Map.of("type", "string", "format", "uuid"));
    } else if (schema.containsKey("enum")) {
      schema.put("enum", Tree.texts(schema.get("enum")).stream().map(WireSchemas::wire).toList());
    } else {
      fields(name, schema);
    }
    schemas.put(name, schema);
  }

  private void fields(String name, Map<String, Object> schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Tree.object(schema, "properties")
        .forEach(
            (field, value) -> {
              Map<String, Object> property = converted(Tree.object(value));
              if (isAnything(Tree.object(value))) {
                property.remove("type");
              }
              properties.put(field, field.equals("local") ? local(property) : property);
              if (!requests.contains(name) || isRequired(Tree.object(value))) {
                required.add(field);
              }
            });
    schema.put("properties", properties);
    schema.remove("required");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
  }

  /** Of what has no type in Java, nothing is known. */
  private static boolean isAnything(Map<String, Object> property) {
    return "object".equals(property.get("type"))
        && !property.containsKey("properties")
        && !property.containsKey("additionalProperties");
  }

  /** In a request what may be null may be left out, and a list defaults to none. */
  private static boolean isRequired(Map<String, Object> property) {
    return !Boolean.TRUE.equals(property.get("nullable")) && !"array".equals(property.get("type"));
  }

  /** RFC 3339 has no form for a time without an offset. */
  private static Map<String, Object> local(Map<String, Object> property) {
    property.remove("format");
    return property;
  }

  private static String wire(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void collect(Map<String, Object> schemas, String name, Set<String> found) {
    if (found.add(name)) {
      references(schemas.get(name), found, schemas);
    }
  }

  private static void references(
      @Nullable Object tree, Set<String> found, Map<String, Object> schemas) {
    switch (tree) {
      case Map<?, ?> fields -> {
        if (fields.get("$ref") instanceof String ref) {
          collect(schemas, ref.substring(REF.length()), found);
        }
        fields.values().forEach(value -> references(value, found, schemas));
      }
      case List<?> items -> items.forEach(item -> references(item, found, schemas));
      case null, default -> {}
    }
  }
}
