package dev.punctual.gateway.series;

import dev.punctual.calendar.SeriesSchedule.Timed;
import dev.punctual.calendar.SeriesSplit.Half;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRow.Progress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series that differ from others in little. */
final class SeriesCopies {
  private SeriesCopies() {}

  static Series withSummary(Series series, String summary) {
    return copy(
        series, series.status(), series.nextAt(), summary, series.updatedAt(), series.version());
  }

  /** One version on. */
  static Series touched(Series series, Instant now) {
    return copy(
        series, series.status(), series.nextAt(), series.summary(), now, series.version() + 1);
  }

  /**
   * One version and one revision on, with another next occurrence.
   *
   * @param next null: none is to come for now
   */
  static SeriesRow moved(
      SeriesRow row, SeriesForm form, SeriesStatus status, @Nullable Timed next, Instant now) {
    Progress before = row.progress();
    Series series = form.series();
    return new SeriesRow(
        row.user(),
        copy(
            series,
            status,
            next == null ? null : next.occurrence().at(),
            series.summary(),
            now,
            series.version() + 1),
        form.clock(),
        new Progress(
            before.lastOccurrence(),
            next == null ? null : next.occurrence().local(),
            next == null ? null : next.timerAt().truncatedTo(ChronoUnit.SECONDS),
            form.series().repeat() == Repeat.COMPLETION ? before.doneAt() : null,
            before.madeLate(),
            status == SeriesStatus.PAUSED ? pausedFrom(row) : null,
            before.revision() + 1));
  }

  /** The same series with other times. */
  static Series withTimes(Series series, Half half) {
    return new Series(
        series.id(),
        series.title(),
        series.notes(),
        series.tags(),
        series.priority(),
        half.start(),
        series.zone(),
        half.rule(),
        half.exdates(),
        half.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        series.reminders(),
        series.status(),
        series.nextAt(),
        series.summary(),
        series.createdAt(),
        series.updatedAt(),
        series.version());
  }

  /** One version on, with other tags. */
  static Series tagged(Series series, List<String> tags, Instant now) {
    return new Series(
        series.id(),
        series.title(),
        series.notes(),
        tags,
        series.priority(),
        series.start(),
        series.zone(),
        series.rule(),
        series.exdates(),
        series.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        series.reminders(),
        series.status(),
        series.nextAt(),
        series.summary(),
        series.createdAt(),
        now,
        series.version() + 1);
  }

  /** The same series as another one, before its first version. */
  static Series begun(
      Series series, SeriesId id, SeriesStatus status, @Nullable Instant nextAt, Instant now) {
    return new Series(
        id,
        series.title(),
        series.notes(),
        series.tags(),
        series.priority(),
        series.start(),
        series.zone(),
        series.rule(),
        series.exdates(),
        series.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        series.reminders(),
        status,
        nextAt,
        series.summary(),
        now,
        now,
        0);
  }

  /** The same row, counted from another moment. */
  static SeriesRow countedFrom(SeriesRow row, @Nullable Instant doneAt) {
    Progress progress = row.progress();
    return withProgress(
        row,
        new Progress(
            progress.lastOccurrence(),
            progress.nextOccurrence(),
            progress.timerAt(),
            doneAt,
            progress.madeLate(),
            progress.pausedFrom(),
            progress.revision()));
  }

  /** The same row, come further or less far. */
  static SeriesRow withProgress(SeriesRow row, Progress progress) {
    return new SeriesRow(row.user(), row.series(), row.clock(), progress);
  }

  private static SeriesStatus pausedFrom(SeriesRow row) {
    SeriesStatus from = row.progress().pausedFrom();
    return from == null ? row.series().status() : from;
  }

  private static Series copy(
      Series series,
      SeriesStatus status,
      @Nullable Instant nextAt,
      String summary,
      Instant updatedAt,
      int version) {
    return new Series(
        series.id(),
        series.title(),
        series.notes(),
        series.tags(),
        series.priority(),
        series.start(),
        series.zone(),
        series.rule(),
        series.exdates(),
        series.rdates(),
        series.lead(),
        series.repeat(),
        series.ifPending(),
        series.onMissed(),
        series.reminders(),
        status,
        nextAt,
        summary,
        series.createdAt(),
        updatedAt,
        version);
  }
}
