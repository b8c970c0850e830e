package dev.punctual.gateway.change;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.RecordedChange;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to one thing.
 *
 * @param before null: it was not there
 * @param after null: it was gone
 */
public record Recorded<T extends Record>(UUID subject, @Nullable T before, @Nullable T after) {

  /** The change of a thing of this type. */
  public static <T extends Record> Recorded<T> of(RecordedChange change, Class<T> type) {
    return new Recorded<>(
        change.subject(), bound(change.before(), type), bound(change.after(), type));
  }

  /**
   * A record of ours that was kept as JSON.
   *
   * @throws Refused when it has not the form any more that it had then
   */
  public static <T extends Record> @Nullable T bound(@Nullable String json, Class<T> type) {
    try {
      return json == null ? null : Json.bind(Json.parse(json), type, Json.UnknownFields.IGNORE);
    } catch (JsonRefused older) {
      throw new Refused(
          ProblemCode.NOT_UNDOABLE, "", "It was recorded by an older version: " + older.field());
    }
  }
}
