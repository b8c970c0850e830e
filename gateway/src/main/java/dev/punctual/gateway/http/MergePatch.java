package dev.punctual.gateway.http;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch (RFC 7396): names what changes, null takes a field back to its default. It is
 * applied to the form in which a thing is created, and the result read as such, so that there is
 * one validation for both.
 *
 * @param fields the patch as a tree
 */
public record MergePatch(Map<String, @Nullable Object> fields) {
  public static final String CONTENT_TYPE = "application/merge-patch+json";

  public MergePatch {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static MergePatch of(@Nullable Object tree) {
    // An empty record has the shape of any object; what it refuses is what is no object at all.
    Json.bind(tree, AnyObject.class, UnknownFields.IGNORE);
    return new MergePatch(object(tree));
  }

  /** Whether the patch names this field. */
  public boolean names(String field) {
    return fields.containsKey(field);
  }

  /** The fields that an object within the patch names; empty when it is no object. */
  public Set<String> namesWithin(String field) {
    return fields.get(field) instanceof Map<?, ?> nested ? object(nested).keySet() : Set.of();
  }

  /**
   * A draft with the patch applied.
   *
   * @param draft the thing as it would be created today
   * @throws dev.punctual.contracts.json.JsonRefused naming the first field that does not fit
   */
  public <T extends Record> T applyTo(T draft) {
    Object target = Json.parse(Json.write(draft));
    Class<? extends T> type = type(draft);
    return Json.bind(merge(target, fields), type, UnknownFields.REFUSE);
  }

  private static @Nullable Object merge(@Nullable Object target, @Nullable Object patch) {
    if (!(patch instanceof Map<?, ?>)) {
      return patch;
    }
    Map<String, @Nullable Object> merged =
        target instanceof Map<?, ?> ? new LinkedHashMap<>(object(target)) : new LinkedHashMap<>();
    object(patch)
        .forEach(
            (name, value) -> {
              if (value == null) {
                // Kept as null where the draft knows it, so that a name nobody knows is refused.
                merged.put(name, null);
              } else {
                merged.put(name, merge(merged.get(name), value));
              }
            });
    return merged;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object tree) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    return fields;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> Class<? extends T> type(T draft) {
    return (Class<? extends T>) draft.getClass();
  }

  private record AnyObject() {}
}
