package dev.punctual.contracts;

import dev.punctual.contracts.Id.SeriesId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series, that is a recurring task, as people and programs see it (DESIGN §5).
 *
 * @param start the local time {@code yyyy-MM-dd'T'HH:mm[:ss]} or the date {@code yyyy-MM-dd} it
 *     starts at
 * @param zone IANA name; null: the person's own, wherever that moves
 * @param rule RFC 5545 §3.3.10, with RFC 7529 SKIP; null: one occurrence
 * @param lead ISO 8601: how long before it is due an occurrence's task appears; null: when due
 * @param nextAt when the next undecided occurrence is due; null: none is to come
 * @param summary the rule in plain English
 */
public record Series(
    SeriesId id,
    String title,
    String notes,
    List<String> tags,
    Priority priority,
    String start,
    @Nullable String zone,
    @Nullable String rule,
    List<String> exdates,
    List<String> rdates,
    @Nullable String lead,
    Repeat repeat,
    IfPending ifPending,
    OnMissed onMissed,
    List<RelativeReminder> reminders,
    SeriesStatus status,
    @Nullable Instant nextAt,
    String summary,
    Instant createdAt,
    Instant updatedAt,
    int version) {
  public Series {
    tags = List.copyOf(tags);
    exdates = List.copyOf(exdates);
    rdates = List.copyOf(rdates);
    reminders = List.copyOf(reminders);
  }

  /** The same series, come to another state. */
  public Series moved(SeriesStatus to, @Nullable Instant next, Instant now) {
    return new Series(
        id,
        title,
        notes,
        tags,
        priority,
        start,
        zone,
        rule,
        exdates,
        rdates,
        lead,
        repeat,
        ifPending,
        onMissed,
        reminders,
        to,
        next,
        summary,
        createdAt,
        now,
        version + 1);
  }

  /**
   * A reminder that each occurrence gets: one of the two is said. Those before come first.
   *
   * @param before ISO 8601 period or duration before the occurrence is due
   * @param after as {@code before}, after it is due
   */
  public record RelativeReminder(@Nullable String before, @Nullable String after) {
    /** One that comes before the occurrence is due. */
    public static RelativeReminder before(String offset) {
      return new RelativeReminder(offset, null);
    }

    /** One that follows it. */
    public static RelativeReminder after(String offset) {
      return new RelativeReminder(null, offset);
    }
  }
}
