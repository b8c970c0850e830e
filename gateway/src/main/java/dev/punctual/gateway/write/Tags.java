package dev.punctual.gateway.write;

import dev.punctual.store.Sql;
import java.util.List;

/** The tags that a person uses. */
public final class Tags {
  private Tags() {}

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
