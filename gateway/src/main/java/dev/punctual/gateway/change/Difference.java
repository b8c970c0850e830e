package dev.punctual.gateway.change;

import dev.punctual.contracts.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which fields things differ, as people see them. Pure. */
public final class Difference {
  /** What every write moves, whatever it was about. */
  private static final Set<String> BOOKKEEPING =
      Set.of("version", "createdAt", "updatedAt", "summary");

  private Difference() {}

  /** A thing's fields, in the order of its record, without those that every write moves. */
  public static Map<String, @Nullable Object> fields(Record thing) {
    return fields(Json.write(thing));
  }

  /** As {@link #fields(Record)}, of a thing as JSON. */
  public static Map<String, @Nullable Object> fields(String json) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (Json.parse(json) instanceof Map<?, ?> tree) {
      tree.forEach((name, value) -> fields.put(String.valueOf(name), value));
    }
    fields.keySet().removeAll(BOOKKEEPING);
    return fields;
  }

  /** The names of the fields in which two differ. */
  public static Set<String> between(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    Set<String> names = new LinkedHashSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
    return names;
  }

  /** One thing with some fields of another. */
  public static <T extends Record> T with(
      T thing, T from, Collection<String> names, Class<T> type) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (Json.parse(Json.write(thing)) instanceof Map<?, ?> all) {
      all.forEach((name, value) -> tree.put(String.valueOf(name), value));
    }
    Map<String, @Nullable Object> taken = fields(from);
    names.forEach(name -> tree.put(name, taken.get(name)));
    return Json.bind(tree, type, Json.UnknownFields.REFUSE);
  }
}
