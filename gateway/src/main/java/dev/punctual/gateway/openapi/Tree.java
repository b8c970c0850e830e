package dev.punctual.gateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON tree that can be changed. */
final class Tree {
  private Tree() {}

  /** The object under these names; an empty one that is not part of the tree when there is none. */
  static Map<String, Object> object(@Nullable Object tree, String... path) {
    Object at = tree;
    for (String name : path) {
      at = at instanceof Map<?, ?> fields ? fields.get(name) : null;
    }
    return fields(at);
  }

  /** The objects of a list of objects. */
  static List<Map<String, Object>> objects(@Nullable Object tree) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (tree instanceof List<?> items) {
      items.forEach(item -> objects.add(fields(item)));
    }
    return objects;
  }

  static List<String> texts(@Nullable Object tree) {
    List<String> texts = new ArrayList<>();
    if (tree instanceof List<?> items) {
      items.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fields(@Nullable Object tree) {
    return tree instanceof Map<?, ?> ? (Map<String, Object>) tree : new LinkedHashMap<>();
  }
}
