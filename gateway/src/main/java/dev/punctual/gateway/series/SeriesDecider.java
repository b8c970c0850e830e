package dev.punctual.gateway.series;

import static dev.punctual.contracts.SeriesStatus.CANCELLED;
import static dev.punctual.contracts.SeriesStatus.COMPLETED;
import static dev.punctual.contracts.SeriesStatus.PAUSED;
import static dev.punctual.contracts.SeriesStatus.PENDING;

import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.series.SeriesCommand.Await;
import dev.punctual.gateway.series.SeriesCommand.Bring;
import dev.punctual.gateway.series.SeriesCommand.Cancel;
import dev.punctual.gateway.series.SeriesCommand.Count;
import dev.punctual.gateway.series.SeriesCommand.Create;
import dev.punctual.gateway.series.SeriesCommand.Decide;
import dev.punctual.gateway.series.SeriesCommand.Edit;
import dev.punctual.gateway.series.SeriesCommand.End;
import dev.punctual.gateway.series.SeriesCommand.Follow;
import dev.punctual.gateway.series.SeriesCommand.LeaveOut;
import dev.punctual.gateway.series.SeriesCommand.Pause;
import dev.punctual.gateway.series.SeriesCommand.Resume;
import dev.punctual.gateway.series.SeriesCommand.TakeOver;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of series (DESIGN §4). While a series is paused it has no next occurrence: none is to
 * come until it is resumed.
 */
final class SeriesDecider {
  private SeriesDecider() {}

  /** The series as it is afterwards; equal to what it was when the command changes nothing. */
  static Decision<SeriesRow> decide(SeriesCommand command, Instant now) {
    return switch (command) {
      case Create create -> create(create, now);
      case Edit edit ->
          SeriesForm.of(edit.draft(), edit.row().series(), edit.clock())
              .then(form -> edit(edit.row(), form, now));
      case TakeOver takeOver ->
          SeriesForm.of(takeOver.draft(), takeOver.row().series(), takeOver.clock())
              .then(form -> takeOver(takeOver.row(), form, now));
      case Bring bring ->
          SeriesForm.of(bring.draft(), bring.row().series(), bring.clock())
              .then(
                  form ->
                      Refusals.catching(
                          "lead", () -> new Accepted<>(onward(bring.row(), form, now))));
      case LeaveOut leaveOut ->
          SeriesForm.of(less(leaveOut), leaveOut.row().series(), leaveOut.row().clock())
              .then(form -> new Accepted<>(onward(leaveOut.row(), form, now)));
      case End end ->
          Refusals.catching(
              "rule",
              () ->
                  new Accepted<>(
                      onward(
                          end.row(),
                          SeriesForm.of(
                              SeriesCopies.withTimes(end.row().series(), end.before()),
                              end.row().clock()),
                          now)));
      case Count count -> new Accepted<>(CompletionDecider.count(count.row(), now));
      case Await await -> new Accepted<>(CompletionDecider.await(await.row(), now));
      case Decide decide ->
          new Accepted<>(CompletionDecider.decide(decide.row(), decide.occurrence(), now));
      case Pause pause -> pause(pause.row(), now);
      case Resume resume -> Refusals.catching("lead", () -> resume(resume.row(), now));
      case Cancel cancel ->
          new Accepted<>(
              cancel.row().series().status() == CANCELLED
                  ? cancel.row()
                  : SeriesCopies.moved(
                      cancel.row(), unchanged(cancel.row()), CANCELLED, null, now));
      case Follow follow -> Refusals.catching("zone", () -> follow(follow, now));
    };
  }

  /** Whether something of it may still come by itself. */
  static boolean isLive(SeriesStatus status) {
    return switch (status) {
      case PENDING, ACTIVE -> true;
      case PAUSED, COMPLETED, CANCELLED -> false;
    };
  }

  /** A series that says nothing yet: what is drafted fills it. */
  static Series blank(SeriesId id, SeriesStatus status, Instant createdAt, Instant now) {
    return new Series(
        id,
        "",
        "",
        List.of(),
        Priority.MEDIUM,
        "",
        null,
        null,
        List.of(),
        List.of(),
        null,
        Repeat.SCHEDULE,
        IfPending.SKIP,
        OnMissed.LATEST,
        List.of(),
        status,
        null,
        "",
        createdAt,
        now,
        0);
  }

  private static Decision<SeriesRow> create(Create create, Instant now) {
    Series blank = blank(create.id(), PENDING, now, now);
    SeriesRow none =
        new SeriesRow(
            create.user(), blank, create.clock(), new Progress(null, null, null, null, 0, null, 0));
    return SeriesForm.of(create.draft(), blank, create.clock())
        .then(form -> toCome(none, form, PENDING, NextOccurrence.from(form.schedule(), now), now));
  }

  private static Decision<SeriesRow> edit(SeriesRow row, SeriesForm form, Instant now) {
    Series before = row.series();
    if (form.series().equals(before)) {
      return new Accepted<>(row);
    }
    if (!movesTimer(before, form.series())) {
      return new Accepted<>(
          new SeriesRow(
              row.user(), SeriesCopies.touched(form.series(), now), row.clock(), row.progress()));
    }
    return switch (before.status()) {
      case PENDING, ACTIVE -> {
        SeriesRow counted = CompletionDecider.switched(row, form, now);
        yield toCome(
            counted, form, before.status(), NextOccurrence.afterEdit(counted, form, now), now);
      }
      case PAUSED -> {
        SeriesRow counted = CompletionDecider.switched(row, form, now);
        yield toCome(counted, form, PAUSED, NextOccurrence.afterPause(counted, form, now), now)
            .then(any -> new Accepted<>(SeriesCopies.moved(counted, form, PAUSED, null, now)));
      }
      case COMPLETED, CANCELLED -> wrongState(before.status(), "be rescheduled");
    };
  }

  private static Decision<SeriesRow> pause(SeriesRow row, Instant now) {
    SeriesStatus status = row.series().status();
    return switch (status) {
      case PENDING, ACTIVE ->
          new Accepted<>(SeriesCopies.moved(row, unchanged(row), PAUSED, null, now));
      case PAUSED -> new Accepted<>(row);
      case COMPLETED, CANCELLED -> wrongState(status, "be paused");
    };
  }

  private static Decision<SeriesRow> resume(SeriesRow row, Instant now) {
    SeriesStatus status = row.series().status();
    SeriesStatus from = row.progress().pausedFrom();
    if (isLive(status)) {
      return new Accepted<>(row);
    }
    if (status != PAUSED || from == null) {
      return wrongState(status, "be resumed");
    }
    SeriesForm form = unchanged(row);
    return toCome(row, form, from, NextOccurrence.afterPause(row, form, now), now);
  }

  private static Decision<SeriesRow> follow(Follow follow, Instant now) {
    SeriesRow row = follow.row();
    return new Accepted<>(onward(row, SeriesForm.of(row.series(), follow.clock()), now));
  }

  /** What was made of the other one is decided for this one too; then nothing need be to come. */
  private static Decision<SeriesRow> takeOver(SeriesRow row, SeriesForm form, Instant now) {
    SeriesStatus status = row.series().status();
    if (status == PAUSED) {
      return new Accepted<>(SeriesCopies.moved(row, form, PAUSED, null, now));
    }
    return row.progress().lastOccurrence() == null
        ? toCome(row, form, status, NextOccurrence.afterEdit(row, form, now), now)
        : new Accepted<>(onward(row, form, now));
  }

  /** On with other times, of which nothing more may be to come: the series is spent then. */
  private static SeriesRow onward(SeriesRow row, SeriesForm form, Instant now) {
    SeriesStatus status = row.series().status();
    if (!isLive(status) || NextOccurrence.isAwaited(row, form.series())) {
      return SeriesCopies.moved(row, form, status, null, now);
    }
    return NextOccurrence.afterEdit(row, form, now)
        .map(next -> SeriesCopies.moved(row, form, status, next, now))
        .orElseGet(() -> SeriesCopies.moved(row, form, COMPLETED, null, now));
  }

  private static SeriesDraft less(LeaveOut leaveOut) {
    SeriesDraft draft = SeriesDraft.of(leaveOut.row().series());
    List<String> exdates = new ArrayList<>(draft.exdates());
    exdates.add(leaveOut.occurrence());
    return draft.at(draft.start(), exdates, draft.rdates());
  }

  private static Decision<SeriesRow> toCome(
      SeriesRow row, SeriesForm form, SeriesStatus status, Optional<Timed> next, Instant now) {
    if (NextOccurrence.isAwaited(row, form.series())) {
      return new Accepted<>(SeriesCopies.moved(row, form, status, null, now));
    }
    return next.isPresent()
        ? new Accepted<>(SeriesCopies.moved(row, form, status, next.get(), now))
        : new Rejected<>(
            ProblemCode.NOTHING_TO_COME,
            form.series().rule() == null ? "start" : "rule",
            "No occurrence lies at or after now; move the start or let the rule go on.");
  }

  /** Whether the timer depends on what changed: then the revision moves. */
  private static boolean movesTimer(Series before, Series after) {
    return !timing(before).equals(timing(after));
  }

  /** What the timer depends on. */
  static List<Object> timing(Series series) {
    return List.of(
        series.start(),
        Optional.ofNullable(series.zone()),
        Optional.ofNullable(series.rule()),
        series.exdates(),
        series.rdates(),
        Optional.ofNullable(series.lead()),
        series.repeat(),
        series.reminders());
  }

  static SeriesForm unchanged(SeriesRow row) {
    return SeriesForm.of(row.series(), row.clock());
  }

  private static Decision<SeriesRow> wrongState(SeriesStatus status, String what) {
    return new Rejected<>(
        ProblemCode.WRONG_STATE,
        "status",
        "A series that is " + status.wireName() + " cannot " + what + ".");
  }
}
