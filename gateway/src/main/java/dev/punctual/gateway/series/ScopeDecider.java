package dev.punctual.gateway.series;

import static dev.punctual.contracts.SeriesStatus.ACTIVE;
import static dev.punctual.contracts.SeriesStatus.PAUSED;
import static dev.punctual.contracts.SeriesStatus.PENDING;

import dev.punctual.calendar.LocalShift;
import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.SeriesSchedule;
import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.calendar.SeriesSplit;
import dev.punctual.calendar.SeriesSplit.Half;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.series.SeriesCommand.Edit;
import dev.punctual.gateway.series.SeriesCommand.End;
import dev.punctual.gateway.series.SeriesCommand.TakeOver;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of editing a series from one of its occurrences (DESIGN §5): a start in the patch is
 * what that occurrence moves to, and all others move by as much.
 */
final class ScopeDecider {
  private ScopeDecider() {}

  /**
   * What became of a series.
   *
   * @param before the series that ended before the occurrence; null: it was not split
   * @param series the one that the patch went to
   * @param shift by how much local times have moved
   */
  record Reshaped(@Nullable SeriesRow before, SeriesRow series, LocalShift shift) {}

  /**
   * The whole series.
   *
   * @param said the occurrence that the patch speaks of, in the form that names it
   * @param person the person's own zone
   */
  static Decision<Reshaped> all(
      SeriesRow row, String said, MergePatch patch, LocalClock person, Instant now) {
    return Refusals.catching(
        "start",
        () -> {
          Moved moved = moved(row, said, patch);
          return SeriesDecider.decide(new Edit(moved.row(), moved.draft(), person), now)
              .then(after -> occursAt(after, moved))
              .then(after -> new Accepted<>(new Reshaped(null, after, moved.shift())));
        });
  }

  /**
   * One occurrence, that is not the first, and those that follow. Nothing changes when the patch
   * says what is so already.
   *
   * @param rest the id of the series that goes on
   */
  static Decision<Reshaped> following(
      SeriesRow row, String said, MergePatch patch, SeriesId rest, LocalClock person, Instant now) {
    SeriesStatus status = row.series().status();
    if (status != PAUSED && !SeriesDecider.isLive(status)) {
      return new Rejected<>(
          ProblemCode.WRONG_STATE,
          "status",
          "A series that is " + status.wireName() + " cannot be split.");
    }
    return Refusals.catching(
        "start",
        () -> {
          SeriesSplit split = SeriesSplit.of(row.series(), row.zone(), said);
          Half half = patch.names("rule") ? split.restart() : split.rest();
          SeriesRow blank = takenOver(row, said, rest, half, now);
          Moved moved = moved(blank, said, patch);
          if (moved.draft().equals(SeriesDraft.of(blank.series()))) {
            return new Accepted<>(new Reshaped(null, row, LocalShift.NONE));
          }
          return SeriesDecider.decide(new TakeOver(moved.row(), moved.draft(), person), now)
              .then(after -> occursAt(after, moved))
              .then(
                  after ->
                      SeriesDecider.decide(new End(row, split.before()), now)
                          .then(
                              before ->
                                  new Accepted<>(new Reshaped(before, after, moved.shift()))));
        });
  }

  private record Moved(
      SeriesRow row, SeriesDraft draft, LocalShift shift, @Nullable String mustOccur) {}

  private static Moved moved(SeriesRow row, String said, MergePatch patch) {
    SeriesDraft draft = patch.applyTo(SeriesDraft.of(row.series()));
    if (!patch.names("start")) {
      return new Moved(row, draft, LocalShift.NONE, null);
    }
    String mustOccur = LocalStart.parse(draft.start()).local();
    LocalShift shift = LocalShift.between(said, mustOccur);
    Series series = row.series();
    boolean sameForm = mustOccur.length() == said.length();
    String start =
        !sameForm ? draft.start() : shift.isNone() ? series.start() : shift.of(series.start());
    SeriesDraft shifted =
        draft.at(
            start,
            patch.names("exdates") ? draft.exdates() : all(shift, draft.exdates()),
            patch.names("rdates") ? draft.rdates() : all(shift, draft.rdates()));
    return new Moved(shifted(row, shift), shifted, shift, mustOccur);
  }

  private static List<String> all(LocalShift shift, List<String> dates) {
    return shift.isNone() ? dates : dates.stream().map(shift::of).toList();
  }

  /** What is decided stays decided, and what is owed is owed, at their new times. */
  static SeriesRow shifted(SeriesRow row, LocalShift shift) {
    Progress progress = row.progress();
    String last = progress.lastOccurrence();
    String next = progress.nextOccurrence();
    return shift.isNone()
        ? row
        : SeriesCopies.withProgress(
            row,
            new Progress(
                last == null ? null : shift.of(last),
                next == null ? null : shift.of(next),
                progress.timerAt(),
                progress.doneAt(),
                progress.madeLate(),
                progress.pausedFrom(),
                progress.revision()));
  }

  private static Decision<SeriesRow> occursAt(SeriesRow row, Moved moved) {
    String local = moved.mustOccur();
    if (local == null || row.series().repeat() == Repeat.COMPLETION) {
      return new Accepted<>(row);
    }
    boolean occurs =
        SeriesSchedule.of(row.series(), row.clock())
            .nextFrom(local)
            .map(Timed::occurrence)
            .filter(next -> next.local().equals(local))
            .isPresent();
    return occurs
        ? new Accepted<>(row)
        : new Rejected<>(
            ProblemCode.NOT_AN_OCCURRENCE,
            "start",
            "The rule has no occurrence at " + local + "; say the rule that is to hold as well.");
  }

  /** The second half before anybody edits it. */
  private static SeriesRow takenOver(
      SeriesRow row, String said, SeriesId id, Half half, Instant now) {
    Progress progress = row.progress();
    String last = notBefore(progress.lastOccurrence(), said);
    String next = notBefore(progress.nextOccurrence(), said);
    SeriesStatus running = last == null ? PENDING : ACTIVE;
    boolean paused = row.series().status() == PAUSED;
    return new SeriesRow(
        row.user(),
        SeriesCopies.begun(
            SeriesCopies.withTimes(row.series(), half),
            id,
            paused ? PAUSED : running,
            next == null ? null : row.series().nextAt(),
            now),
        row.clock(),
        new Progress(last, next, null, progress.doneAt(), 0, paused ? running : null, 0));
  }

  private static @Nullable String notBefore(@Nullable String occurrence, String said) {
    return occurrence == null || occurrence.compareTo(said) < 0 ? null : occurrence;
  }
}
