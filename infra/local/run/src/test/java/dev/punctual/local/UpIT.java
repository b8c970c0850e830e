package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.backup.Database;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person gives them: processes, signals, a data folder that outlives them. */
class UpIT {
  @TempDir Path temp;

  private final int port = Ports.free();

  @Test
  void printsALinkThatAnswersAndOneLineThatTellsHowToStop() throws Exception {
    try (Launched up = up()) {
      assertThat(get(up.link())).isEqualTo(up.link().replaceAll(".*token=", ""));
      await().atMost(Duration.ofSeconds(60)).until(() -> up.said().lines().count() == 2);
      assertThat(up.said()).contains("Stop it with Ctrl-C or kill " + up.process().pid());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void eachSignalStopsEveryProcess(String signal) throws Exception {
    Launched up = up();
    List<ProcessHandle> all = up.process().descendants().toList();
    assertThat(all).hasSizeGreaterThan(2);
    up.signal(signal);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(entries()).isEmpty();
  }

  @Test
  void aSecondUpIsRefusedWithThePidOfTheFirst() throws Exception {
    try (Launched first = up()) {
      Launched second = Launched.command("up", "--data", data().toString(), "--port", "0");
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertOneSentence(second, "up (pid " + first.process().pid() + ")");
      Launched fresh = Launched.command("up", "--data", data().toString(), "--fresh");
      assertThat(fresh.awaitEnd()).isEqualTo(1);
      assertThat(get(first.link())).isNotEmpty();
    }
  }

  @Test
  void afterAKillTheNextUpStopsWhatWasLeftAndLosesNothing() throws Exception {
    Launched killed = up();
    execute("CREATE TABLE kept AS SELECT 42 AS n");
    List<ProcessHandle> left = killed.process().descendants().toList();
    assertThat(killed.signal("KILL")).isEqualTo(137);
    assertThat(left).filteredOn(ProcessHandle::isAlive).hasSizeGreaterThan(1);
    try (Launched next = up()) {
      assertThat(next.said()).contains("stopped 1 processes that a killed run had left");
      assertThat(left).noneMatch(ProcessHandle::isAlive);
      assertThat(query("SELECT n FROM kept")).isEqualTo("42");
      assertThat(next.link()).isNotEqualTo(killed.link());
    }
  }

  @Test
  void theNextUpFindsEverythingAndFreshFindsNothing() throws Exception {
    try (Launched first = up()) {
      execute("CREATE TABLE kept AS SELECT 42 AS n");
    }
    try (Launched second = up()) {
      assertThat(query("SELECT n FROM kept")).isEqualTo("42");
    }
    try (Launched fresh = Launched.up(data(), "--port", "" + port, "--fresh")) {
      assertThat(query("SELECT to_regclass('kept')")).isNull();
    }
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Launched up =
          Launched.command("up", "--data", data().toString(), "--port", "" + taken.getLocalPort());
      assertThat(up.awaitEnd()).isEqualTo(1);
      assertOneSentence(up, "Port " + taken.getLocalPort(), "--port");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsOneSentence() {
    assertThat(ListenAddress.problem("203.0.113.1", 8080).orElseThrow()).contains("--host");
    assertThat(ListenAddress.problem("no.such.host.invalid", 0).orElseThrow()).contains("--host");
    assertThat(ListenAddress.problem("0.0.0.0", port)).isEmpty();
  }

  @Test
  void aDamagedDatabaseIsOneSentence() throws Exception {
    up().close();
    Files.write(data().resolve("postgres/database/global/pg_control"), new byte[8192]);
    Launched up = Launched.command("up", "--data", data().toString(), "--port", "" + port);
    assertThat(up.awaitEnd()).isEqualTo(1);
    assertOneSentence(up, "PostgreSQL did not start", "restore a backup");
  }

  @Test
  void backupWorksWhileUpRunsAndWhenNothingRuns() throws Exception {
    try (Launched up = up()) {
      backup("running.zip");
    }
    backup("alone.zip");
    assertThat(EmbeddedPostgres.runningPort(data().resolve("postgres"))).isEmpty();
  }

  @Test
  void restoreStopsAndStartsWhatRunsAndSignsOut() throws Exception {
    try (Launched up = up()) {
      execute("SELECT setval('outbox_position', 700)");
      backup("b.zip");
      execute("SELECT setval('outbox_position', 800)");
      execute("CREATE TABLE later (n int)");
      long gateway = gatewayPid();
      Launched restore = Launched.command("restore", file("b.zip"), "--data", data().toString());
      assertThat(restore.awaitEnd()).as(restore.said()).isZero();
      assertThat(restore.said()).contains("above position 800");
      assertThat(query("SELECT to_regclass('later')")).isNull();
      assertThat(query("SELECT nextval('outbox_position')")).isEqualTo("801");
      assertThat(gatewayPid()).isNotEqualTo(gateway);
      assertThat(up.said()).contains("Sign in again: http://");
    }
  }

  @Test
  void restoreWorksAloneAndIntoANewFolder() throws Exception {
    try (Launched up = up()) {
      execute("SELECT setval('outbox_position', 700)");
      backup("b.zip");
    }
    Path other = temp.resolve("other");
    Launched restore = Launched.command("restore", file("b.zip"), "--data", other.toString());
    assertThat(restore.awaitEnd()).as(restore.said()).isZero();
    assertThat(restore.said()).contains("above position 700");
    try (Launched up = Launched.up(other, "--port", "" + port)) {
      assertThat(get(up.link())).isNotEmpty();
    }
  }

  @Test
  void aBrokenBackupStopsNothing() throws Exception {
    Files.writeString(temp.resolve("b.zip"), "no backup");
    try (Launched up = up()) {
      long gateway = gatewayPid();
      Launched restore = Launched.command("restore", file("b.zip"), "--data", data().toString());
      assertThat(restore.awaitEnd()).isEqualTo(1);
      assertOneSentence(restore, "no backup");
      assertThat(gatewayPid()).isEqualTo(gateway);
    }
  }

  @Test
  void theGatewaysCommandsRunAgainstTheData() throws Exception {
    Launched alone = Launched.command("gateway", "migrate", "--x", "--data", data().toString());
    assertThat(alone.awaitEnd()).as(alone.said()).isZero();
    assertThat(alone.said()).contains("ran migrate --x");
    try (Launched up = up()) {
      Launched beside = Launched.command("gateway", "list", "--data", data().toString());
      assertThat(beside.awaitEnd()).as(beside.said()).isZero();
      assertThat(beside.said()).contains("ran list");
    }
  }

  @Test
  void doctorTellsEachCheckAndStartsNothing() throws Exception {
    Launched well = Launched.command("doctor", "--data", data().toString(), "--port", "" + port);
    assertThat(well.awaitEnd()).as(well.said()).isZero();
    assertThat(well.said().lines()).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("ok"));
    assertThat(data()).doesNotExist();
    try (Launched up = up()) {
      Launched ill = Launched.command("doctor", "--data", data().toString(), "--port", "" + port);
      assertThat(ill.awaitEnd()).isEqualTo(1);
      assertThat(ill.said().lines().filter(line -> line.startsWith("FAILED"))).hasSize(2);
    }
  }

  private Launched up() throws IOException {
    return Launched.up(data(), "--port", "" + port);
  }

  private void backup(String name) throws IOException {
    Launched backup = Launched.command("backup", file(name), "--data", data().toString());
    assertThat(backup.awaitEnd()).as(backup.said()).isZero();
    assertThat(temp.resolve(name)).isNotEmptyFile();
  }

  private Path data() {
    return temp.resolve("data");
  }

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  private long gatewayPid() throws IOException {
    return entries().stream()
        .filter(entry -> entry.getFileName().toString().startsWith("gateway"))
        .mapToLong(UpIT::pid)
        .findFirst()
        .orElseThrow();
  }

  private static long pid(Path entry) {
    try {
      return Long.parseLong(Files.readString(entry).split(" ")[0]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(data().resolve("run"))) {
      return files.filter(file -> file.toString().endsWith(".pid")).toList();
    }
  }

  private void execute(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect() throws SQLException, IOException {
    Database database =
        Servers.database(
            DataFolder.look(data()),
            EmbeddedPostgres.runningPort(data().resolve("postgres")).orElseThrow());
    return DriverManager.getConnection(
        database.url().apply(database.name()), database.user(), database.password());
  }

  private static String get(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  private static void assertOneSentence(Launched command, String... parts) {
    assertThat(command.said()).contains(parts).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(command.said().lines()).as(command.said()).hasSize(1);
  }
}
