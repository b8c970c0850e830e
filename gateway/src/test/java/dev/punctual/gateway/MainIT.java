package dev.punctual.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.EventType;
import dev.punctual.contracts.event.Samples;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.DeadLetter;
import dev.punctual.store.DeadLetters;
import dev.punctual.store.Migrations;
import dev.punctual.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, as it is started in earnest. */
class MainIT {
  private static final Pattern MANAGEMENT = Pattern.compile("health and metrics on port (\\d+)");
  private static final Pattern SERVER = Pattern.compile("Server Running: (http://\\S+)");

  private final List<Process> processes = new ArrayList<>();

  @TempDir private Path folder;

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void servesAndStopsWithinFiveSecondsOfSigterm() throws Exception {
    Process gateway = start(environment(TestDatabase.fresh().url()));
    String url = said(SERVER);
    String management = "http://localhost:" + said(MANAGEMENT);

    assertThat(get(url + "/api/v1/openapi.yaml")).startsWith("200 openapi");
    assertThat(get(url + "/health/live")).startsWith("404");
    assertThat(get(url + "/metrics")).startsWith("404");
    assertThat(get(management + "/health/live")).isEqualTo("200 UP\n");
    assertThat(get(management + "/health/ready")).isEqualTo("200 UP\n");
    assertThat(get(management + "/metrics"))
        .contains(
            "http_server_requests",
            "jvm_memory",
            "punctual_outbox_waiting 0.0",
            "punctual_function_running{function=\"recurring\"} 0.0");

    gateway.destroy();
    assertThat(gateway.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotServeASchemaThatIsTooOldUntilItIsMigratedAndSaysSo() throws Exception {
    String url = TestServers.freshDatabase();
    Process early = start(environment(url));
    assertThat(early.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(early.exitValue()).isEqualTo(1);
    assertThat(output()).contains("the command migrate").doesNotContain("\tat ");

    Process migrate = start(environment(url), "migrate");

    assertThat(migrate.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(migrate.exitValue()).isZero();
    assertThat(output()).contains("The schema is up to date.");
    Migrations.check(url, TestDatabase.PRODUCT);
  }

  @Test
  void namesTheDatabaseThatCannotBeReachedWithoutItsSecrets() throws Exception {
    Process migrate =
        start(
            environment("jdbc:postgresql://nowhere.invalid:5432/tasks?sslpassword=secret"),
            "migrate");

    assertThat(migrate.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(migrate.exitValue()).isEqualTo(1);
    assertThat(output()).contains("nowhere.invalid:5432/tasks").doesNotContain("secret", "\tat ");
  }

  @Test
  void refusesWhatItDoesNotKnowWithItsUsage() throws Exception {
    Process unknown = start(Map.of(), "fly");

    assertThat(unknown.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(unknown.exitValue()).isEqualTo(2);
    assertThat(output()).contains("usage: gateway", "dead-letters replay");
  }

  @Test
  void endsWithASentenceWhenAVariableIsMissing() throws Exception {
    Process nowhere = start(Map.of());

    assertThat(nowhere.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(nowhere.exitValue()).isEqualTo(1);
    assertThat(output()).contains("gateway: PUNCTUAL_").doesNotContain("\tat ");
  }

  @Test
  void listsDeadLettersAndSendsThemAgain() throws Exception {
    TestDatabase database = TestDatabase.fresh();
    byte[] event = CloudEvents.encode(Samples.envelope(EventType.REMINDER_DUE));
    database
        .database()
        .write(
            connection ->
                DeadLetters.insert(
                    connection, List.of(letter(1, event), letter(2, "no event".getBytes(UTF_8)))));

    Process list = start(environment(database.url()), "dead-letters", "list");
    assertThat(list.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(list.exitValue()).isZero();
    assertThat(output()).contains("reminders-due/0/1", "malformed: no JSON");

    Process replay = start(environment(database.url()), "dead-letters", "replay", "all");
    assertThat(replay.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(replay.exitValue()).isEqualTo(1);
    assertThat(output()).contains("1 sent again: reminder.due", "2 not sent");
    assertThat(database.count("SELECT count(*) FROM outbox WHERE topic = 'reminders-due'"))
        .isEqualTo(1);
  }

  private static DeadLetter letter(long offset, byte[] value) {
    return new DeadLetter(
        "notification-due-v1",
        "reminders-due",
        0,
        offset,
        1_000,
        null,
        value,
        "malformed",
        "no JSON");
  }

  private Map<String, String> environment(String databaseUrl) {
    return Map.of(
        "PUNCTUAL_DATABASE_URL",
        databaseUrl,
        "PUNCTUAL_DATABASE_USER",
        TestDatabase.PRODUCT.user(),
        "PUNCTUAL_SECRET_DATABASE_PASSWORD",
        TestDatabase.PRODUCT.password(),
        "PUNCTUAL_DATABASE_OWNER",
        TestDatabase.owner().user(),
        "PUNCTUAL_SECRET_DATABASE_OWNER_PASSWORD",
        TestDatabase.owner().password(),
        "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS",
        "127.0.0.1:1",
        "PUNCTUAL_GATEWAY_PORT",
        "0");
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(log().toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private Path log() {
    return folder.resolve("output");
  }

  private String output() throws IOException {
    return Files.readString(log());
  }

  private String said(Pattern wanted) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              Matcher matcher = wanted.matcher(output());
              return matcher.find() ? matcher.group(1) : "";
            },
            found -> !found.isEmpty());
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }
}
