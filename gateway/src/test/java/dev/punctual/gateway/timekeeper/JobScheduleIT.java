package dev.punctual.gateway.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.dapr.GatewaySidecar;
import dev.punctual.gateway.upkeep.UpkeepRound;
import dev.punctual.local.dapr.NeedsDapr;
import dev.punctual.local.dapr.Scheduler;
import dev.punctual.local.servers.Ports;
import dev.punctual.store.Sql;
import dev.punctual.store.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsDapr
class JobScheduleIT extends WakeupsContract {
  private static final String SWEEP = "PT2S";

  /** What is claimed then was woken for by a job. */
  private static final String NO_SWEEP = "PT1H";

  private final int port = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path folder = Path.of("");
  private @Nullable Scheduler scheduler;
  private @Nullable GatewaySidecar sidecar;
  private @Nullable RunningGateway gateway;

  @BeforeEach
  void startDapr() {
    Scheduler started = Scheduler.start(folder);
    scheduler = started;
    sidecar =
        GatewaySidecar.start(
            test, settings -> settings.withAppPort(port).withScheduler(started.address()));
  }

  @AfterEach
  void close() {
    if (gateway != null) {
      gateway.close();
    }
    if (sidecar != null) {
      sidecar.close();
    }
    if (scheduler != null) {
      scheduler.close();
    }
    http.close();
  }

  @Override
  void startGateway() {
    startGateway(NO_SWEEP);
    // The sidecar turns to the scheduler only when it has found the gateway.
    String job = UpkeepRound.DAILY.jobName();
    await().atMost(PATIENCE).until(() -> isScheduled(job));
  }

  @Test
  @Tag("long")
  void aSchedulerThatLostItsDataIsTaughtAnewInTheLastHalfMinute() {
    Instant due = now().plusSeconds(75);
    ReminderId reminder = set(due);
    startGateway();
    String job = jobOf(due);
    await().atMost(PATIENCE).until(() -> isScheduled(job));
    scheduler().loseData();
    scheduler().startAgain();
    await().atMost(Duration.ofSeconds(90)).until(() -> isScheduled(job));

    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(claimed()).extracting(Claimed::subject).hasSize(1));
    assertThat(claimedOf(reminder)).isNotNull();
  }

  @Test
  void whileTheSchedulerIsAwayTheSweepClaims() {
    startGateway(SWEEP);
    scheduler().kill();
    ReminderId meanwhile = set(now().plusSeconds(2));
    assertThat(claimedOf(meanwhile)).isNotNull();
    scheduler().startAgain();

    ReminderId afterwards = set(now().plusSeconds(4));

    assertThat(claimedOf(afterwards)).isNotNull();
    assertThat(claimed()).hasSize(2);
  }

  @Test
  void aGatewayThatStartsWhileTheSchedulerIsAwayServesAndSweeps() throws Exception {
    scheduler().kill();
    sidecar().daprd().kill();
    sidecar().daprd().startAgain();
    startGateway(SWEEP);

    assertThat(get("/api/v1/tasks")).as("nobody is signed in").isEqualTo(401);
    assertThat(claimedOf(set(now().plusSeconds(2)))).isNotNull();

    scheduler().startAgain();
    String hourly = UpkeepRound.HOURLY.jobName();
    await().atMost(Duration.ofSeconds(60)).until(() -> isScheduled(hourly));
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, 2})
  void aGatewayWhoseClockDiffersClaimsAtItsOwnSecondAndOnce(long seconds) {
    TimeSource clock = connection -> TimeSource.database().now(connection).plusSeconds(seconds);
    startGateway(NO_SWEEP, clock);
    await().atMost(PATIENCE).until(() -> isScheduled(UpkeepRound.DAILY.jobName()));
    Instant due = now().plusSeconds(6);
    ReminderId reminder = set(due);

    assertThat(claimedOf(reminder).at()).isAfterOrEqualTo(due);
    assertThat(claimed()).hasSize(1);
  }

  @Test
  void aWakeUpThatComesTwiceClaimsOnce() throws Exception {
    startGateway();
    Instant due = now();
    ReminderId reminder = set(due);

    assertThat(call(jobOf(due))).isEqualTo(204);
    assertThat(call(jobOf(due))).isEqualTo(204);

    assertThat(claimedOf(reminder)).isNotNull();
    assertThat(claimed()).hasSize(1);
  }

  @Test
  void aWakeUpThatIsEarlyByUpToTwoSecondsIsHeldUntilItsSecond() throws Exception {
    startGateway();
    Instant due = now().plusSeconds(2);
    ReminderId reminder = set(due);

    assertThat(call(jobOf(due))).isEqualTo(204);

    assertThat(now()).isAfterOrEqualTo(due);
    assertThat(claimedOf(reminder).at()).isAfterOrEqualTo(due);
  }

  @Test
  void aJobThatNobodyKnowsIsAnsweredAndAStrangerIsNot() throws Exception {
    startGateway();

    assertThat(call("wake-nothing")).isEqualTo(204);
    assertThat(call("wake-99999999999999999999")).isEqualTo(204);
    assertThat(call("anything")).isEqualTo(204);
    assertThat(post("wake-1", "guess")).isEqualTo(401);
    assertThat(post("wake-1", null)).isEqualTo(401);
  }

  @Test
  void upkeepIsScheduledAndPurges() throws Exception {
    startGateway();
    for (UpkeepRound round : UpkeepRound.values()) {
      await().atMost(Duration.ofSeconds(20)).until(() -> isScheduled(round.jobName()));
    }
    test.database()
        .write(
            connection ->
                Sql.execute(
                    connection,
                    "INSERT INTO processed_event (consumer, event_id, processed_at)"
                        + " VALUES ('c', uuidv7(), now() - interval '31 days'), ('c', uuidv7(), now())"));

    assertThat(call(UpkeepRound.HOURLY.jobName())).isEqualTo(204);
    assertThat(call(UpkeepRound.DAILY.jobName())).isEqualTo(204);

    assertThat(test.count("SELECT count(*) FROM processed_event")).isEqualTo(1);
  }

  private void startGateway(String sweep, Object... replacements) {
    Map<String, String> environment = new HashMap<>(sidecar().environment());
    environment.put("PUNCTUAL_GATEWAY_PORT", Integer.toString(port));
    environment.put("PUNCTUAL_SWEEP_EVERY", sweep);
    gateway = RunningGateway.start(test, environment, replacements);
  }

  private static String jobOf(Instant due) {
    return WakeupJob.of(due).name();
  }

  private boolean isScheduled(String job) throws InterruptedException {
    try {
      return sidecar().client().get("/v1.0/jobs/" + job, Duration.ofSeconds(5)).isSuccess();
    } catch (IOException e) {
      // The sidecar holds the call for as long as it looks for a scheduler, or is being started.
      return false;
    }
  }

  private int call(String job) throws IOException, InterruptedException {
    return post(job, sidecar().daprd().appToken());
  }

  private int post(String job, @Nullable String token) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/job/" + job))
            .POST(BodyPublishers.noBody());
    if (token != null) {
      request.header("dapr-api-token", token);
    }
    return http.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private int get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  private Scheduler scheduler() {
    return present(scheduler);
  }

  private GatewaySidecar sidecar() {
    return present(sidecar);
  }

  private static <T> T present(@Nullable T part) {
    assertThat(part).isNotNull();
    return part;
  }
}
