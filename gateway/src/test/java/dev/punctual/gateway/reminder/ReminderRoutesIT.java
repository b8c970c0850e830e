package dev.punctual.gateway.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderRoutesIT {
  private static final String REMINDERS = "/api/v1/reminders";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());
  private final String task =
      ada.post("/api/v1/tasks", "{\"title\":\"t\",\"due\":{\"local\":\"2040-11-27T14:00\"}}")
          .text("id");

  @Test
  void aReminderIsScheduledListedAndTakenBack() {
    Answer created = remind("\"at\":\"2040-01-01T10:00:00.75Z\"");
    UUID id = created.id();

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("status")).isEqualTo("scheduled");
    assertThat(created.text("fireAt")).isEqualTo("2040-01-01T10:00:00.750Z");
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-01-01T10:00:00Z"), 1));
    assertThat(rows.events(id)).containsExactly("reminder.scheduled", "reminder.changed");
    assertThat(rows.changes(created.header("Change-Id"), id))
        .containsExactly("reminder person false true");
    assertThat(ada.get(REMINDERS).field("items")).isEqualTo(List.of(created.json()));
    assertThat(ada.get(REMINDERS + "?taskId=" + task + "&status=scheduled").field("items"))
        .isEqualTo(List.of(created.json()));

    Answer cancelled = ada.delete(REMINDERS + "/" + id);
    assertThat(cancelled.status()).isEqualTo(204);
    assertThat(rows.timer("reminder", id)).isEmpty();
    assertThat(rows.events(id)).endsWith("reminder.cancelled", "reminder.changed");
    assertThat(ada.get(REMINDERS + "?status=scheduled").field("items")).isEqualTo(List.of());
    assertThat(ada.delete(REMINDERS + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void aRelativeReminderMovesWithTheDueAndGoesWithIt() {
    UUID id = remind("\"before\":\"P1D\"").id();
    UUID absolute = remind("\"at\":\"2040-01-01T10:00:00Z\"").id();
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-26T19:00:00Z"), 1));

    patchTask("{\"due\":{\"local\":\"2040-12-27T15:00\"}}");
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-12-26T20:00:00Z"), 2));
    assertThat(rows.events(id)).endsWith("reminder.scheduled", "reminder.changed");

    patchTask("{\"title\":\"u\"}");
    assertThat(rows.timer("reminder", id).orElseThrow().revision()).isEqualTo(2);

    Answer gone = patchTask("{\"due\":null}");
    assertThat(rows.timer("reminder", id)).isEmpty();
    assertThat(rows.changes(gone.header("Change-Id"), id))
        .containsExactly("reminder person true true");
    assertThat(rows.timer("reminder", absolute)).isPresent();
  }

  @Test
  void remindersOfADateMoveWithTheStartOfTheirPersonsDay() {
    Caller eve = gateway.person();
    Rows hers = new Rows(gateway.database(), eve.user());
    String day =
        eve.post("/api/v1/tasks", "{\"title\":\"t\",\"due\":{\"date\":\"2040-11-27\"}}").text("id");
    String draft = "{\"taskId\":\"%s\",\"before\":\"%s\"}";
    UUID dayBefore = eve.post(REMINDERS, draft.formatted(day, "P1D")).id();
    UUID snoozed = eve.post(REMINDERS, draft.formatted(day, "P2D")).id();
    eve.post(REMINDERS + "/" + snoozed + "/snooze", "{\"until\":\"2040-01-01T10:00:00Z\"}");
    UUID series =
        eve.post(
                "/api/v1/series",
                "{\"title\":\"s\",\"start\":\"2040-11-27\",\"rule\":\"FREQ=DAILY\","
                    + "\"reminders\":[{\"before\":\"P1D\"}]}")
            .id();
    assertThat(hers.timer("reminder", dayBefore).orElseThrow().dueAt())
        .isEqualTo("2040-11-26T14:00:00Z");
    assertThat(hers.timer("series", series).orElseThrow().dueAt())
        .isEqualTo("2040-11-26T14:00:00Z");

    Answer me = eve.patch("/api/v1/me", "{\"workingHours\":{\"from\":\"07:30\",\"to\":\"16:00\"}}");

    assertThat(me.status()).as(me.toString()).isEqualTo(200);
    assertThat(hers.timer("reminder", dayBefore))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-26T12:30:00Z"), 2));
    assertThat(hers.timer("reminder", snoozed).orElseThrow().dueAt())
        .isEqualTo("2040-01-01T10:00:00Z");
    assertThat(hers.timer("series", series).orElseThrow().dueAt())
        .isEqualTo("2040-11-26T12:30:00Z");
    UUID after = eve.post(REMINDERS, draft.formatted(day, "PT0S")).id();
    assertThat(hers.timer("reminder", after).orElseThrow().dueAt())
        .isEqualTo("2040-11-27T12:30:00Z");
  }

  @Test
  void aDeletedTaskTakesItsRemindersAlong() {
    UUID id = remind("\"before\":\"PT15M\"").id();

    ada.delete("/api/v1/tasks/" + task);

    assertThat(rows.timer("reminder", id)).isEmpty();
    assertThat(statuses()).containsExactly("cancelled");
    assertThat(remind("\"before\":\"PT15M\"").status()).isEqualTo(404);
  }

  @Test
  void aCompletedTaskLeavesItsRemindersToBeSuppressedWhenTheyAreDue() {
    UUID id = remind("\"before\":\"PT15M\"").id();

    ada.post("/api/v1/tasks/" + task + "/complete", null);

    assertThat(rows.timer("reminder", id)).isPresent();
    assertThat(statuses()).containsExactly("scheduled");
    assertThat(remind("\"before\":\"PT10M\"").text("code")).isEqualTo("wrong-state");
  }

  @Test
  void aCancelledTaskCancelsItsReminders() {
    UUID id = remind("\"before\":\"PT15M\"").id();

    patchTask("{\"status\":\"cancelled\"}");

    assertThat(rows.timer("reminder", id)).isEmpty();
    assertThat(statuses()).containsExactly("cancelled");
  }

  @Test
  void aSnoozedReminderComesLaterAndMovesWithTheDueAgain() {
    UUID id = remind("\"after\":\"P1D\"").id();
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-11-28T19:00:00Z"), 1));

    Answer snoozed =
        ada.post(REMINDERS + "/" + id + "/snooze", "{\"until\":\"2041-01-01T00:00:00Z\"}");
    assertThat(snoozed.text("fireAt")).isEqualTo("2041-01-01T00:00:00Z");
    assertThat(snoozed.text("after")).isEqualTo("P1D");
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2041-01-01T00:00:00Z"), 2));

    patchTask("{\"due\":{\"local\":\"2040-12-27T15:00\"}}");
    assertThat(rows.timer("reminder", id))
        .contains(new Rows.TimerRow(Instant.parse("2040-12-28T20:00:00Z"), 3));
  }

  @Test
  void aReminderThatWasDeliveredIsArmedAgainWhenItsTaskIsPutOff() {
    UUID id = remind("\"before\":\"PT15M\"").id();
    gateway
        .database()
        .database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "UPDATE reminder SET status = 'delivered', fire_at = now(), handled_at = now()"
                        + " WHERE user_id = ? AND id = ?",
                    ada.user(),
                    id));

    patchTask("{\"due\":{\"local\":\"2040-12-27T15:00\"}}");

    assertThat(statuses()).containsExactly("scheduled");
    assertThat(rows.timer("reminder", id).orElseThrow().dueAt()).isEqualTo("2040-12-27T19:45:00Z");
  }

  @Test
  void theHistoryTellsWhatAReminderWasArmedFor() {
    UUID id = remind("\"before\":\"P1D\"").id();
    patchTask("{\"due\":{\"local\":\"2040-12-27T15:00\"}}");
    ada.delete(REMINDERS + "/" + id);

    List<?> steps = (List<?>) ada.get(REMINDERS + "/" + id + "/history").field("items");

    assertThat(steps).hasSize(3);
    assertThat(told(steps, "what")).containsExactly("armed", "armed", "cancelled");
    assertThat(told(steps, "result")).containsExactly("created", "moved", "taken back");
    assertThat(told(steps, "local"))
        .containsExactly("2040-11-26T14:00", "2040-12-26T15:00", "null");
    assertThat(told(steps, "zone")).containsExactly("America/New_York", "America/New_York", "null");
    assertThat(told(steps, "fireAt"))
        .containsExactly("2040-11-26T19:00:00Z", "2040-12-26T20:00:00Z", "null");
    String history = REMINDERS + "/" + id + "/history?limit=2";
    Answer first = ada.get(history);
    Answer second = ada.get(history + "&cursor=" + first.text("nextCursor"));
    assertThat(first.field("items")).isEqualTo(steps.subList(0, 2));
    assertThat(second.field("items")).isEqualTo(steps.subList(2, 3));
    assertThat(second.field("nextCursor")).isNull();
    assertThat(ada.get(history + "&cursor=2").text("code")).isEqualTo("invalid-cursor");
  }

  private static List<String> told(List<?> steps, String field) {
    return steps.stream().map(step -> String.valueOf(((Map<?, ?>) step).get(field))).toList();
  }

  @Test
  void aTaskHasAtMostFiftyReminders() {
    for (int minute = 1; minute <= 50; minute++) {
      assertThat(remind("\"before\":\"PT" + minute + "M\"").status()).isEqualTo(201);
    }

    assertThat(remind("\"before\":\"PT51M\"").text("code")).isEqualTo("too-many");
  }

  private Answer remind(String when) {
    return ada.post(REMINDERS, "{\"taskId\":\"" + task + "\"," + when + "}");
  }

  private Answer patchTask(String patch) {
    return ada.patch("/api/v1/tasks/" + task, patch);
  }

  private List<String> statuses() {
    return ((List<?>) ada.get(REMINDERS).json().get("items"))
        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("status"))).toList();
  }
}
