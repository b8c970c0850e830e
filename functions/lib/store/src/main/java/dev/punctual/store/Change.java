package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to one thing. A write that touches several has several, under the same id.
 *
 * @param before the thing as it was; null: it was not there
 * @param after the thing as it is; null: it is gone
 * @param progressBefore of a series that a person wrote: how far it had come; null: not known
 * @param progressAfter as {@code progressBefore}, after it
 */
public record Change(
    UserId user,
    ChangeId id,
    Kind kind,
    Id subject,
    Actor actor,
    Instant at,
    @Nullable Record before,
    @Nullable Record after,
    SeriesRow.@Nullable Progress progressBefore,
    SeriesRow.@Nullable Progress progressAfter) {

  /** Of what has no progress. */
  public Change(
      UserId user,
      ChangeId id,
      Kind kind,
      Id subject,
      Actor actor,
      Instant at,
      @Nullable Record before,
      @Nullable Record after) {
    this(user, id, kind, subject, actor, at, before, after, null, null);
  }

  /** The same thing changed again by the same write. */
  public Change then(Change next) {
    return new Change(
        user, id, kind, subject, actor, at, before, next.after, progressBefore, next.progressAfter);
  }

  /** What sort of thing. */
  public enum Kind implements WireName {
    TASK("task"),
    SERIES("series"),
    REMINDER("reminder"),
    CHANNEL("channel"),
    FEED("feed"),
    TAG("tag"),
    FILTER("filter");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }

  /** Who did it. */
  public enum Actor implements WireName {
    PERSON("person"),
    /** The assistant, on behalf of the person. */
    ASSISTANT("assistant"),
    SERIES("series"),
    /** A file that a person brought. */
    IMPORT("import"),
    /** A new version of the time zone database. */
    ZONE_RULES("zone-rules");

    private final String wireName;

    Actor(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }
}
