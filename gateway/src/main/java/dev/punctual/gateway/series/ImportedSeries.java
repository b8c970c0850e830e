package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import dev.punctual.store.SeriesRows;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series that come from a file, many at a time. */
public final class ImportedSeries {
  private ImportedSeries() {}

  /** The person's clock, held as it is until the write ends. */
  public static LocalClock lockClock(Write write) {
    return SeriesStore.lockClock(write);
  }

  /**
   * The series that a story tells of, as it goes on from now: what lay between its last occurrence
   * and now is not made, and a rule that is spent is completed.
   *
   * @param person the person's own clock
   */
  public static Decision<SeriesRow> decide(
      UserId user, SeriesId id, SeriesStory story, LocalClock person, Instant now) {
    Instant createdAt = story.createdAt().isAfter(now) ? now : story.createdAt();
    SeriesRow told =
        new SeriesRow(
            user,
            SeriesDecider.blank(id, story.status(), createdAt, now),
            person,
            new Progress(
                story.lastOccurrence(), null, null, story.doneAt(), 0, pausedFrom(story), 0));
    return SeriesDecider.decide(new SeriesCommand.Bring(told, story.draft(), person), now);
  }

  /** Saves new series, with what follows from each. */
  public static void create(Write write, List<SeriesRow> rows) {
    Tags.ensure(
        write, rows.stream().flatMap(row -> row.series().tags().stream()).distinct().toList());
    SeriesRows.insert(write.connection(), rows);
    rows.forEach(row -> SeriesStore.note(write, null, row));
  }

  private static @Nullable SeriesStatus pausedFrom(SeriesStory story) {
    if (story.status() != SeriesStatus.PAUSED) {
      return null;
    }
    return story.lastOccurrence() == null ? SeriesStatus.PENDING : SeriesStatus.ACTIVE;
  }
}
