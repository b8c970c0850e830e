package dev.punctual.gateway.find;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * In which order tasks are shown. Those that are equal in it go by their ids, in the same
 * direction.
 *
 * @param descending against the key's own direction
 */
public record TaskSort(SortKey key, boolean descending) {
  /** The newest first. */
  public static final TaskSort NEWEST = new TaskSort(SortKey.CREATED, true);

  /**
   * The order of this name: a key, with {@code -} before it for the other direction.
   *
   * @param field the parameter or the field of the body that it stood in
   * @param name null: the newest first
   * @throws Refused when there is no such key
   */
  public static TaskSort of(String field, @Nullable String name) {
    if (name == null || name.isEmpty()) {
      return NEWEST;
    }
    boolean descending = name.startsWith("-");
    String wanted = descending ? name.substring(1) : name;
    return Arrays.stream(SortKey.values())
        .filter(key -> key.wireName().equals(wanted))
        .findFirst()
        .map(key -> new TaskSort(key, descending))
        .orElseThrow(
            () ->
                new Refused(
                    ProblemCode.INVALID_VALUE,
                    field,
                    field + " must be one of " + names() + ", with - before it to turn it round."));
  }

  /** As {@link #of} takes it. */
  public String wireName() {
    return (descending ? "-" : "") + key.wireName();
  }

  String sql() {
    String direction = descending ? " DESC" : "";
    return key.column() + direction + (key.mayBeNull() ? " NULLS LAST" : "") + ", t.id" + direction;
  }

  private static String names() {
    return Arrays.stream(SortKey.values()).map(SortKey::wireName).collect(Collectors.joining(", "));
  }
}
