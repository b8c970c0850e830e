package dev.punctual.gateway.write;

import dev.punctual.store.Sql;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tags that a person uses. */
public final class Tags {
  private Tags() {}

  /**
   * The same tags, one replaced by another where it stands; each once.
   *
   * @param to null: nothing takes its place
   */
  public static List<String> replaced(List<String> tags, String tag, @Nullable String to) {
    return tags.stream()
        .map(each -> each.equals(tag) ? to : each)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Makes known those that are new. */
  public static void ensure(Write write, List<String> names) {
    if (!names.isEmpty()) {
      // In one order for everybody: two writes with the same new tags must not wait for each other.
      Sql.execute(
          write.connection(),
          "INSERT INTO tag (user_id, name) SELECT ?, name FROM unnest(?::text[]) AS t(name)"
              + " ORDER BY name ON CONFLICT DO NOTHING",
          write.user(),
          names);
    }
  }
}
