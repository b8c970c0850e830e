package dev.punctual.gateway.series;

import static dev.punctual.contracts.SeriesStatus.CANCELLED;
import static dev.punctual.contracts.SeriesStatus.PAUSED;

import dev.punctual.calendar.LocalShift;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.series.SeriesCommand.Bring;
import dev.punctual.gateway.series.SeriesCommand.Edit;
import dev.punctual.gateway.series.SeriesCommand.Pause;
import dev.punctual.gateway.series.SeriesCommand.Resume;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a series goes on when a change of it is undone. Where nothing has come of it since, it stands
 * exactly where it stood: what would have come due meanwhile comes late, as after an outage. Else
 * it goes on from where it is by now, as after any edit.
 */
final class ReturnDecider {
  private static final Set<String> MOVING = Set.of("nextAt");
  private static final Set<String> MOVING_WITH_STATUS = Set.of("nextAt", "status");

  private ReturnDecider() {}

  /**
   * The fields that an undo neither looks at nor takes back: when it is due next follows the
   * others, and so does the status, unless a person paused, resumed or cancelled.
   *
   * @param current null: it is not there
   */
  static Set<String> followers(RecordedSeries recorded, @Nullable Series current) {
    Series before = recorded.change().before();
    Series after = recorded.change().after();
    Series other = before == null ? current : before;
    boolean chosen = other != null && after != null && isChosen(other) != isChosen(after);
    return chosen ? MOVING : MOVING_WITH_STATUS;
  }

  /**
   * A series as it was before a change that it is still in.
   *
   * @param wanted as people are to see it; status and what is next are decided here
   * @param person the person's own
   */
  static Decision<SeriesRow> back(
      RecordedSeries recorded, SeriesRow row, Series wanted, LocalClock person, Instant now) {
    Series before = Objects.requireNonNull(recorded.change().before());
    SeriesStatus status = row.series().status();
    if (status != before.status() && status == PAUSED) {
      return SeriesDecider.decide(new Resume(row), now);
    }
    if (status != before.status() && before.status() == PAUSED && status != CANCELLED) {
      return SeriesDecider.decide(new Pause(row), now);
    }
    Progress stood = recorded.before();
    if (stood != null && hasNotMoved(recorded, row)) {
      return new Accepted<>(standing(row, stood, before, wanted, person, now));
    }
    return Refusals.catching(
        "start",
        () ->
            SeriesDecider.decide(
                new Edit(shiftedBack(recorded, row), SeriesDraft.of(wanted), person), now));
  }

  /**
   * A series that repeats from completion, where a change did no more to it than to its tasks;
   * empty: it does not, or has gone on since.
   */
  static Optional<SeriesRow> follow(
      RecordedSeries recorded, SeriesRow row, LocalClock person, Instant now) {
    Series before = recorded.change().before();
    Progress stood = recorded.before();
    return before != null
            && stood != null
            && recorded.change().after() != null
            && row.series().repeat() == Repeat.COMPLETION
            && !stood.equals(recorded.after())
            && hasNotMoved(recorded, row)
        ? Optional.of(standing(row, stood, before, row.series(), person, now))
        : Optional.empty();
  }

  /** A series that was deleted; events that are on their way to the old one mean nothing to it. */
  static Decision<SeriesRow> again(RecordedSeries recorded, SeriesRow blank, Instant now) {
    Series before = Objects.requireNonNull(recorded.change().before());
    Progress stood = recorded.before();
    return stood == null
        ? SeriesDecider.decide(new Bring(blank, SeriesDraft.of(before), blank.clock()), now)
        : new Accepted<>(
            new SeriesRow(
                blank.user(),
                before.moved(before.status(), before.nextAt(), now),
                blank.clock(),
                revised(stood, stood.revision() + 2)));
  }

  private static SeriesRow standing(
      SeriesRow row, Progress stood, Series before, Series wanted, LocalClock person, Instant now) {
    LocalClock clock = person.in(wanted.zone() == null ? null : ZoneId.of(wanted.zone()));
    Series summed = SeriesForm.of(wanted, clock).series();
    return new SeriesRow(
        row.user(),
        summed.moved(before.status(), before.nextAt(), now),
        clock,
        revised(stood, row.progress().revision() + 1));
  }

  private static boolean hasNotMoved(RecordedSeries recorded, SeriesRow row) {
    Series after = Objects.requireNonNull(recorded.change().after());
    Progress left = recorded.after();
    return left != null
        && row.series().status() == after.status()
        && revised(row.progress(), 0).equals(revised(left, 0))
        && SeriesDecider.timing(row.series()).equals(SeriesDecider.timing(after));
  }

  /** What was decided keeps its place when all occurrences move back. */
  private static SeriesRow shiftedBack(RecordedSeries recorded, SeriesRow row) {
    String was = last(recorded.before());
    String became = last(recorded.after());
    return was == null || became == null
        ? row
        : ScopeDecider.shifted(row, LocalShift.between(became, was));
  }

  private static @Nullable String last(@Nullable Progress progress) {
    return progress == null ? null : progress.lastOccurrence();
  }

  private static boolean isChosen(Series series) {
    return series.status() == PAUSED || series.status() == CANCELLED;
  }

  private static Progress revised(Progress progress, int revision) {
    return new Progress(
        progress.lastOccurrence(),
        progress.nextOccurrence(),
        progress.timerAt(),
        progress.doneAt(),
        progress.madeLate(),
        progress.pausedFrom(),
        revision);
  }
}
