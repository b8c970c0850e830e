package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.event.SeriesEvent.RecurringCancelled;
import dev.punctual.contracts.event.SeriesEvent.RecurringScheduled;
import dev.punctual.contracts.event.UpdateEvent.SeriesChanged;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Accounts;
import dev.punctual.store.Owned;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.Sql;
import dev.punctual.store.Timer;
import dev.punctual.store.TimerKind;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads series and saves what was decided, with timers and events. */
final class SeriesStore {
  private SeriesStore() {}

  static Page<Series> list(Connection connection, UserId user, PageRequest page) {
    List<SeriesRow> rows =
        NewestFirst.of(SeriesRows.SELECT, "s", user).rows(connection, page, SeriesRows::read);
    return page.page(
        rows,
        SeriesRow::series,
        row -> new PageRequest.Key(row.series().createdAt(), row.series().id().value()));
  }

  /**
   * A person's series.
   *
   * @throws Refused when there is none
   */
  static Series find(Connection connection, UserId user, SeriesId id) {
    return findRow(connection, user, id).series();
  }

  /** As {@link #find}, with its progress. */
  static SeriesRow findRow(Connection connection, UserId user, SeriesId id) {
    return Sql.one(
            connection,
            SeriesRows.SELECT + "WHERE s.user_id = ? AND s.id = ?",
            SeriesRows::read,
            user,
            id)
        .orElseThrow(Refused::notFound);
  }

  /** As {@link #find}, locked until the write ends. The person's clock is locked before. */
  static SeriesRow lock(Write write, SeriesId id) {
    return SeriesRows.lock(write.connection(), List.of(new Owned<>(write.user(), id))).stream()
        .findFirst()
        .orElseThrow(Refused::notFound);
  }

  /** The person's clock, held as it is until the write ends: series depend on it. */
  static LocalClock lockClock(Write write) {
    return Accounts.shareClock(write.connection(), write.user()).orElseThrow(Refused::notFound);
  }

  static void create(Write write, SeriesRow row) {
    Tags.ensure(write, row.series().tags());
    SeriesRows.insert(write.connection(), List.of(row));
    note(write, null, row);
  }

  /** Nothing when both are the same. */
  static void update(Write write, SeriesRow before, SeriesRow after) {
    if (!after.equals(before)) {
      Tags.ensure(write, after.series().tags());
      SeriesRows.update(write.connection(), List.of(after));
      if (!after.series().equals(before.series())) {
        note(write, before, after);
      }
    }
  }

  /** Gone for good; the tasks that it made stay, and keep the id of their series. */
  static void delete(Write write, SeriesRow row) {
    Series series = row.series();
    SeriesRows.delete(write.connection(), List.of(row.key()));
    write.removeTimer(TimerKind.SERIES, series.id());
    write.changed(series.id(), row, null);
    write.emit(new RecurringCancelled(write.user(), series));
    write.emit(new SeriesChanged(write.user(), series.id(), null));
  }

  /** Records a change, moves the timer where the revision moved, and tells others. */
  static void note(Write write, @Nullable SeriesRow before, SeriesRow after) {
    Series series = after.series();
    boolean live = SeriesDecider.isLive(series.status());
    if (before == null || before.progress().revision() != after.progress().revision()) {
      setTimer(write, after);
    }
    write.changed(series.id(), before, after);
    if (live) {
      write.emit(new RecurringScheduled(write.user(), series));
    } else if (before != null && before.series().status() != series.status()) {
      write.emit(new RecurringCancelled(write.user(), series));
    }
    write.emit(new SeriesChanged(write.user(), series.id(), series));
  }

  private static void setTimer(Write write, SeriesRow row) {
    Instant at = row.progress().timerAt();
    SeriesId id = row.series().id();
    if (at == null) {
      write.removeTimer(TimerKind.SERIES, id);
    } else {
      write.setTimer(new Timer(TimerKind.SERIES, id, write.user(), at, row.progress().revision()));
    }
  }
}
