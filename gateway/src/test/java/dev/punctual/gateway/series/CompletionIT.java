package dev.punctual.gateway.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** "3 days after I did it": what completing, reopening and giving up mean to the series. */
class CompletionIT {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String SERIES = "/api/v1/series";
  private static final String TASKS = "/api/v1/tasks/";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  private final Answer created =
      ada.post(
          SERIES,
          "{\"title\":\"Water the plants\",\"start\":\"2040-03-02\",\"repeat\":\"completion\","
              + "\"rule\":\"FREQ=DAILY;INTERVAL=3\"}");
  private final String path = SERIES + "/" + created.id();

  @Test
  void theNextIsCountedFromWhenTheLastWasDone() {
    String task = bringForward("2040-03-02");
    assertThat(ada.get(path).field("nextAt")).isNull();
    assertThat(ada.get(path).text("status")).isEqualTo("active");
    assertThat(rows.timer("series", created.id())).isEmpty();

    Answer done = ada.post(TASKS + task + "/complete", null);

    // Done years ahead of its time: the next is not before it.
    Instant next = Instant.parse(ada.get(path).text("nextAt"));
    assertThat(next).isAfter(Instant.parse("2040-03-02T05:00:00Z"));
    assertThat(rows.timer("series", created.id()).orElseThrow().dueAt()).isEqualTo(next);
    assertThat(rows.changes(done.header("Change-Id"), created.id()))
        .containsExactly("series person true true");
  }

  @Test
  void countsDaysFromTheDayOfCompletion() {
    Answer series =
        ada.post(
            SERIES,
            "{\"title\":\"t\",\"start\":\""
                + LocalDate.now(NEW_YORK).plusDays(1)
                + "\",\"repeat\":\"completion\",\"rule\":\"FREQ=DAILY;INTERVAL=3\"}");
    String other = SERIES + "/" + series.id();
    Answer made =
        ada.patch(
            other + "/occurrences/" + LocalDate.now(NEW_YORK).plusDays(1) + "?scope=this", "{}");
    String task =
        String.valueOf(((Map<?, ?>) Objects.requireNonNull(made.field("task"))).get("id"));

    Answer done = ada.post(TASKS + task + "/complete", null);

    LocalDate day = Instant.parse(done.text("completedAt")).atZone(NEW_YORK).toLocalDate();
    assertThat(ada.get(other).text("nextAt"))
        .isEqualTo(day.plusDays(3).atStartOfDay(NEW_YORK).toInstant().toString());
  }

  @Test
  void reopeningTakesTheNextOneBack() {
    String task = bringForward("2040-03-02");
    ada.post(TASKS + task + "/complete", null);

    ada.post(TASKS + task + "/reopen", null);

    assertThat(ada.get(path).field("nextAt")).isNull();
    assertThat(ada.get(path).text("status")).isEqualTo("active");
    assertThat(rows.timer("series", created.id())).isEmpty();
  }

  @Test
  void givingUpCountsAsWellSoThatTheSeriesGoesOn() {
    String task = bringForward("2040-03-02");

    ada.delete(TASKS + task);

    assertThat(ada.get(path).field("nextAt")).isNotNull();
  }

  @Test
  void deletingOneThatIsDoneLeavesTheNextAsItIs() {
    String task = bringForward("2040-03-02");
    ada.post(TASKS + task + "/complete", null);
    Object next = ada.get(path).field("nextAt");

    assertThat(ada.delete(path + "/occurrences/2040-03-02").status()).isEqualTo(204);

    assertThat(ada.get(path).field("nextAt")).isEqualTo(next).isNotNull();
  }

  @Test
  void skippingTheNextOneCountsFromNow() {
    Answer skipped =
        ada.patch(path + "/occurrences/2040-03-02?scope=this", "{\"status\":\"skipped\"}");

    assertThat(skipped.status()).isEqualTo(200);
    assertThat(ada.get(path).field("nextAt")).isNotNull();
  }

  @Test
  void whatIsDoneWhilePausedCountsOnceItIsResumed() {
    String task = bringForward("2040-03-02");
    ada.post(path + "/pause", null);
    ada.post(TASKS + task + "/complete", null);
    assertThat(ada.get(path).text("status")).isEqualTo("paused");
    assertThat(ada.get(path).field("nextAt")).isNull();

    ada.post(path + "/resume", null);

    assertThat(ada.get(path).text("status")).isEqualTo("active");
    assertThat(ada.get(path).field("nextAt")).isNotNull();
  }

  @Test
  void aSeriesThatAwaitsItsTaskCanBePausedAndResumedAndEdited() {
    bringForward("2040-03-02");

    assertThat(ada.post(path + "/pause", null).text("status")).isEqualTo("paused");
    assertThat(ada.post(path + "/resume", null).text("status")).isEqualTo("active");
    assertThat(ada.patch(path, "{\"rule\":\"FREQ=WEEKLY\"}").status()).isEqualTo(200);
    assertThat(ada.get(path).field("nextAt")).isNull();
    assertThat(ada.patch("/api/v1/me", "{\"zone\":\"Europe/Berlin\"}").status()).isEqualTo(200);
    assertThat(ada.get(path).text("status")).isEqualTo("active");
  }

  @Test
  void aSeriesThatTurnsToCompletionCountsFromThen() {
    Answer plain =
        ada.post(
            SERIES,
            "{\"title\":\"t\",\"start\":\"2040-03-02\",\"rule\":\"FREQ=DAILY;INTERVAL=3\"}");

    Answer turned = ada.patch(SERIES + "/" + plain.id(), "{\"repeat\":\"completion\"}");

    assertThat(turned.text("nextAt")).isEqualTo("2040-03-02T05:00:00Z");
    assertThat(turned.text("summary")).endsWith(", counted from when it was last done");
  }

  /** The task of the next occurrence, before its time. */
  private String bringForward(String local) {
    Answer made = ada.patch(path + "/occurrences/" + local + "?scope=this", "{}");
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(made.field("task"))).get("id"));
  }
}
