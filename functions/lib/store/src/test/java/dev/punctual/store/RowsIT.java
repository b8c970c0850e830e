package dev.punctual.store;

import static dev.punctual.store.TestDatabase.NEW_YORK;
import static dev.punctual.store.TestDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsIT {
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final UserId user = test.person();
  private final SeriesRow series =
      TestDatabase.series(user, "2026-03-06T14:00", "FREQ=DAILY", NOW, IfPending.SKIP);

  @Test
  void aTaskIsReadAsItWasWritten() {
    TaskRow row = occurrence("2026-03-06T14:00:00", TaskStatus.PENDING);
    insert(row);

    assertThat(find(row.key())).containsExactly(row);
  }

  @Test
  void anotherPersonsTaskIsNotThere() {
    TaskRow row = TestDatabase.task(user, "mine");
    insert(row);

    assertThat(find(new Owned<>(test.person(), row.task().id()))).isEmpty();
  }

  @Test
  void aSeriesAndAReminderAreReadAsTheyWereWritten() {
    TaskRow task = TestDatabase.task(user, "call");
    ReminderRow reminder =
        new ReminderRow(
            user,
            new Reminder(
                new ReminderId(Uuid7.next()),
                task.task().id(),
                NOW,
                null,
                ReminderStatus.SCHEDULED,
                NOW,
                null,
                1),
            1,
            NOW);
    database.write(
        connection -> {
          SeriesRows.insert(connection, List.of(series));
          TaskRows.insert(connection, List.of(task));
          ReminderRows.insert(connection, List.of(reminder));
          assertThat(SeriesRows.lock(connection, List.of(series.key()))).containsExactly(series);
          assertThat(ReminderRows.lock(connection, List.of(reminder.key())))
              .containsExactly(reminder);
          assertThat(ReminderRows.lockOfTask(connection, task.key(), ReminderStatus.SCHEDULED))
              .containsExactly(reminder);
        });
  }

  @Test
  void anOccurrenceHasOneRow() {
    TaskRow row = occurrence("2026-03-06T14:00:00", TaskStatus.PENDING);
    insert(row);

    assertThat(
            database.<Set<String>>read(
                connection -> TaskRows.takenOccurrenceKeys(connection, List.of(row))))
        .containsExactly(row.occurrenceKey());
    assertThatThrownBy(() -> insert(occurrence("2026-03-06T14:00:00", TaskStatus.PENDING)))
        .isInstanceOfSatisfying(
            DatabaseFault.class,
            fault -> assertThat(fault.blame()).isEqualTo(DatabaseFault.Cause.RECORD));
  }

  @Test
  void theLatestOccurrenceIsTheOneDecidedThatWasMoreThanSkipped() {
    insertSeries();
    insert(
        occurrence("2026-03-06T14:00:00", TaskStatus.PENDING),
        occurrence("2026-03-07T14:00:00", TaskStatus.COMPLETED),
        occurrence("2026-03-08T14:00:00", TaskStatus.SKIPPED),
        occurrence("2026-03-10T14:00:00", TaskStatus.ACTIVE));
    decided("2026-03-09T14:00:00");

    assertThat(made())
        .isEqualTo(
            Map.of(
                series.key(),
                new TaskRows.Made(
                    TaskStatus.COMPLETED, Map.of("2026-03-10T14:00:00", TaskStatus.ACTIVE))));
  }

  @Test
  void ofASeriesThatHasDecidedNothingEveryOccurrenceIsAhead() {
    insertSeries();
    insert(
        occurrence("2026-03-06T14:00:00", TaskStatus.PENDING),
        occurrence("2026-03-07T14:00:00", TaskStatus.SKIPPED));

    assertThat(made())
        .isEqualTo(
            Map.of(
                series.key(),
                new TaskRows.Made(
                    null,
                    Map.of(
                        "2026-03-06T14:00:00", TaskStatus.PENDING,
                        "2026-03-07T14:00:00", TaskStatus.SKIPPED))));
  }

  private void insertSeries() {
    database.write(connection -> SeriesRows.insert(connection, List.of(series)));
  }

  private void decided(String last) {
    database.write(
        connection ->
            assertThat(
                    Sql.update(
                        connection,
                        "UPDATE series SET last_occurrence = ? WHERE user_id = ?",
                        last,
                        user))
                .isEqualTo(1));
  }

  private Map<?, ?> made() {
    return database.read(connection -> TaskRows.occurrences(connection, List.of(series.key())));
  }

  @Test
  void anEventIsClaimedOnce() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();

    assertThat(claim("a", first)).containsExactly(first);
    assertThat(claim("a", first, second)).containsExactly(second);
    assertThat(claim("b", first)).containsExactly(first);
  }

  private Set<UUID> claim(String consumer, UUID... events) {
    return database.transaction(
        connection -> ProcessedEvents.claim(connection, consumer, List.of(events)));
  }

  private void insert(TaskRow... rows) {
    database.write(
        connection -> {
          TaskRows.insert(connection, List.of(rows));
        });
  }

  private List<TaskRow> find(Owned<TaskId> key) {
    return database.read(connection -> TaskRows.find(connection, List.of(key)));
  }

  private TaskRow occurrence(@Nullable String occurrence, TaskStatus status) {
    return new TaskRow(
        user,
        new Task(
            new TaskId(Uuid7.next()),
            "Team sync",
            "bring tea\n☕",
            status,
            Priority.LOW,
            List.of("a", "b,\"c\""),
            new Due(null, LocalDate.parse("2026-03-06"), NEW_YORK, NOW),
            series.series().id(),
            occurrence,
            NOW,
            NOW.plusMillis(1),
            NOW,
            3),
        null);
  }
}
