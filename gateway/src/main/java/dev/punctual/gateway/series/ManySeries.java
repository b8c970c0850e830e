package dev.punctual.gateway.series;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The commands of series within a write: what REST and the assistant share. Each refuses what
 * cannot be granted ({@link Refused}); a version that {@code ifMatch} does not name is such a
 * thing.
 */
@Singleton
public final class ManySeries {

  /** Creates a series; occurrences that have passed are not made. */
  public Series create(Write write, SeriesDraft draft) {
    SeriesId id = new SeriesId(Uuid7.next());
    LocalClock clock = SeriesStore.lockClock(write);
    SeriesRow row =
        SeriesDecider.decide(new SeriesCommand.Create(write.user(), id, draft, clock), write.now())
            .orRefuse();
    SeriesStore.create(write, row);
    return row.series();
  }

  /** Edits a series; what the patch does not name stays. */
  public Series edit(Write write, SeriesId id, MergePatch patch, @Nullable String ifMatch) {
    return apply(
        write,
        id,
        ifMatch,
        (row, clock) ->
            new SeriesCommand.Edit(row, patch.applyTo(SeriesDraft.of(row.series())), clock));
  }

  public Series pause(Write write, SeriesId id, @Nullable String ifMatch) {
    return apply(write, id, ifMatch, (row, clock) -> new SeriesCommand.Pause(row));
  }

  /** Resumes a series with its first occurrence from now on. */
  public Series resume(Write write, SeriesId id, @Nullable String ifMatch) {
    return apply(write, id, ifMatch, (row, clock) -> new SeriesCommand.Resume(row));
  }

  /** Ends a series for good. */
  public Series cancel(Write write, SeriesId id, @Nullable String ifMatch) {
    return apply(write, id, ifMatch, (row, clock) -> new SeriesCommand.Cancel(row));
  }

  /** Deletes a series; the tasks that it made stay. */
  public void delete(Write write, SeriesId id, @Nullable String ifMatch) {
    SeriesRow row = SeriesStore.lock(write, id);
    Answers.requireMatch(ifMatch, row.series(), row.series().version());
    SeriesStore.delete(write, row);
  }

  /**
   * Skips one occurrence.
   *
   * @param day the one of this day; null: the next one
   * @return its local identity
   */
  public String skip(Write write, SeriesId id, @Nullable LocalDate day) {
    SeriesRow row = SeriesStore.findRow(write.connection(), write.user(), id);
    String local = day == null ? row.progress().nextOccurrence() : on(row, day);
    if (local == null) {
      throw new Refused(
          ProblemCode.NOTHING_TO_COME,
          "",
          "\u201c"
              + row.series().title()
              + "\u201d has no occurrence "
              + (day == null ? "to come." : "on " + day + "."));
    }
    Target target = Target.lock(write, id, local);
    EditedOccurrence skipped =
        OneOccurrence.edit(target, new MergePatch(Map.of("status", "skipped")));
    return skipped.task() == null ? local : target.local();
  }

  private static @Nullable String on(SeriesRow row, LocalDate day) {
    Instant from = Zones.startOfDay(day, row.zone()).at();
    Instant to = Zones.startOfDay(day.plusDays(1), row.zone()).at();
    return SeriesForm.of(row.series(), row.clock()).schedule().between(from, to, 1).stream()
        .map(occurrence -> occurrence.local())
        .findFirst()
        .orElse(null);
  }

  private static Series apply(
      Write write,
      SeriesId id,
      @Nullable String ifMatch,
      BiFunction<SeriesRow, LocalClock, SeriesCommand> command) {
    LocalClock clock = SeriesStore.lockClock(write);
    SeriesRow before = SeriesStore.lock(write, id);
    Answers.requireMatch(ifMatch, before.series(), before.series().version());
    SeriesRow after = SeriesDecider.decide(command.apply(before, clock), write.now()).orRefuse();
    SeriesStore.update(write, before, after);
    return after.series();
  }
}
