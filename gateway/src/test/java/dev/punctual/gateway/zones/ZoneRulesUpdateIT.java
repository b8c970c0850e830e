package dev.punctual.gateway.zones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.Sql;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway whose time zone database is newer than the one by which things were armed. */
class ZoneRulesUpdateIT {
  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());
  private final ZoneRulesUpdate update = gateway.bean(ZoneRulesUpdate.class);

  /** Of a version that is far ahead of this gateway's own. */
  @BeforeEach
  void known() {
    gateway
        .database()
        .database()
        .write(
            connection ->
                Sql.execute(
                    connection, "UPDATE zone_rules SET version = '9000a', again_at = NULL"));
  }

  @Test
  void everythingThatIsArmedIsResolvedAgain() {
    Answer series =
        ada.post(
            "/api/v1/series",
            "{\"title\":\"t\",\"start\":\"2040-07-02T14:00\",\"rule\":\"FREQ=WEEKLY\"}");
    Answer task =
        ada.post("/api/v1/tasks", "{\"title\":\"t\",\"due\":{\"local\":\"2040-07-02T14:00\"}}");
    Answer reminder =
        ada.post("/api/v1/reminders", "{\"taskId\":\"" + task.id() + "\",\"before\":\"PT15M\"}");
    // As an older database had it: without summer time.
    execute(
        "UPDATE series SET next_at = next_at + interval '1 hour',"
            + " timer_at = timer_at + interval '1 hour' WHERE user_id = ?");
    execute("UPDATE task SET due_at = due_at + interval '1 hour' WHERE user_id = ?");
    execute("UPDATE reminder SET fire_at = fire_at + interval '1 hour' WHERE user_id = ?");
    execute("UPDATE timer SET due_at = due_at + interval '1 hour' WHERE user_id = ?");

    update.update("9998m");

    Instant due = Instant.parse("2040-07-02T18:00:00Z");
    assertThat(ada.get("/api/v1/series/" + series.id()).text("nextAt")).isEqualTo(due.toString());
    assertThat(timer("series", series.id())).isEqualTo(due);
    assertThat(due(ada.get("/api/v1/tasks/" + task.id()))).isEqualTo(due.toString());
    assertThat(timer("overdue", task.id())).isEqualTo(due);
    assertThat(timer("reminder", reminder.id())).isEqualTo(due.minusSeconds(900));
    assertThat(count("SELECT count(*) FROM change WHERE actor = 'zone-rules' AND user_id = ?"))
        .isEqualTo(3);

    // The same version again, or an older one, touches nothing.
    execute("UPDATE series SET next_at = next_at + interval '1 hour' WHERE user_id = ?");
    update.update("9998m");
    update.update("2020a");
    assertThat(ada.get("/api/v1/series/" + series.id()).text("nextAt"))
        .isEqualTo(due.plusSeconds(3_600).toString());
  }

  @Test
  void whatAnOlderGatewayArmedDuringTheRolloutIsResolvedOnceMoreByTheNewerAlone() {
    Answer series =
        ada.post(
            "/api/v1/series",
            "{\"title\":\"t\",\"start\":\"2040-07-02T14:00\",\"rule\":\"FREQ=WEEKLY\"}");
    String path = "/api/v1/series/" + series.id();
    String right = ada.get(path).text("nextAt");
    update.update("9999y");
    execute("UPDATE series SET next_at = next_at + interval '1 hour' WHERE user_id = ?");
    String armed = ada.get(path).text("nextAt");

    // Not before the release is everywhere, and never by the older one.
    update.update("9999y");
    assertThat(ada.get(path).text("nextAt")).isEqualTo(armed);
    gateway
        .database()
        .database()
        .write(
            connection ->
                Sql.execute(
                    connection, "UPDATE zone_rules SET again_at = now() - interval '1 second'"));
    update.update("9998a");
    assertThat(ada.get(path).text("nextAt")).isEqualTo(armed);

    update.update("9999y");
    assertThat(ada.get(path).text("nextAt")).isEqualTo(right);

    // That was it.
    execute("UPDATE series SET next_at = next_at + interval '1 hour' WHERE user_id = ?");
    update.update("9999y");
    assertThat(ada.get(path).text("nextAt")).isEqualTo(armed);
  }

  private Instant timer(String kind, UUID subject) {
    return rows.timer(kind, subject).orElseThrow().dueAt();
  }

  private static Object due(Answer task) {
    return ((Map<?, ?>) Objects.requireNonNull(task.field("due"))).get("at");
  }

  private void execute(String sql) {
    gateway
        .database()
        .database()
        .write(connection -> assertThat(Sql.update(connection, sql, ada.user())).isPositive());
  }

  private long count(String sql) {
    return gateway.database().count(sql, ada.user());
  }
}
