package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.local.program.Application;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.servers.Folders;
import dev.punctual.local.servers.Ports;
import dev.punctual.local.train.SecretsSidecar;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Starts one process after another on a run whose scaler rests. A commit is noticed by a trigger
 * that notifies, the same for every program.
 */
final class ColdStarts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int VALUE_BYTES = 600;

  /** Of the fields behind the command's closing parenthesis. */
  private static final int USER_TIME = 14 - 3;

  private static final long MILLIS_PER_TICK = 10;

  private final FreshRun run;
  private final Person person;
  private final Path folder;
  private final SecretsSidecar sidecar;
  private final java.sql.Connection commits;
  private final KafkaProducer<byte[], byte[]> producer;
  final List<String> floor;

  /**
   * What a start took until what was waited for (proc_pid_status(5), proc_pid_stat(5)).
   *
   * @param time on the clock
   * @param work on all processors
   * @param peakKilobytes the most memory that was resident
   */
  record Result(Duration time, Duration work, long peakKilobytes) {}

  private ColdStarts(
      FreshRun run, Path folder, SecretsSidecar sidecar, java.sql.Connection commits, Path home)
      throws IOException {
    this.run = run;
    this.folder = folder;
    this.sidecar = sidecar;
    this.commits = commits;
    this.person = run.api().signIn(run.embedded().signInLink());
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", run.embedded().kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.floor = trainFloor(home);
  }

  static ColdStarts prepare(FreshRun run, Path home) throws IOException {
    run.embedded().scaler().pause();
    run.embedded().scaler().stopFunctions();
    run.database()
        .write(
            connection -> {
              for (String statement :
                  List.of(
                      """
                      CREATE TABLE bench_floor (
                        partition_number integer, record_offset bigint, value bytea,
                        PRIMARY KEY (partition_number, record_offset))
                      """,
                      """
                      CREATE FUNCTION bench_notify() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN NOTIFY bench; RETURN NULL; END $$
                      """,
                      """
                      CREATE TRIGGER bench AFTER INSERT ON bench_floor
                        FOR EACH STATEMENT EXECUTE FUNCTION bench_notify()
                      """,
                      """
                      CREATE TRIGGER bench AFTER INSERT ON processed_event
                        FOR EACH STATEMENT EXECUTE FUNCTION bench_notify()
                      """)) {
                int unused = Sql.update(connection, statement);
              }
            });
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", run.embedded().kafka().bootstrapServers()))) {
      admin
          .createTopics(List.of(new NewTopic(dev.punctual.floor.Main.TOPIC, 3, (short) 1)))
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new Broken("no topic for the floor", e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
    String password = run.embedded().product().password();
    return new ColdStarts(
        run,
        Files.createTempDirectory("punctual-floor"),
        SecretsSidecar.start(() -> password),
        listen(run),
        home);
  }

  /** The floor handles a record of its own topic. */
  Result floor() {
    return floor(floor);
  }

  private Result floor(List<String> command) {
    send();
    return untilCommit(command, Map.of());
  }

  /** A function handles what has come due for it; its secrets come from a sidecar. */
  Result function(FunctionScaling function, List<String> command) {
    makeDue(function);
    return untilCommit(
        command,
        Map.of("PUNCTUAL_ADAPTERS", "dapr", "DAPR_HTTP_PORT", Integer.toString(sidecar.port())));
  }

  /** A gateway answers what it must read from the database. */
  Result gateway(List<String> command) {
    int port = Ports.free();
    long begin = System.nanoTime();
    Process process = start(command, Map.of("PUNCTUAL_GATEWAY_PORT", Integer.toString(port)));
    try {
      while (!answers(port)) {
        Broken.unless(process.isAlive(), "the gateway ended");
        Broken.unless(
            System.nanoTime() - begin < PATIENCE.toNanos(), "the gateway does not answer");
      }
      return result(begin, process);
    } finally {
      end(process);
    }
  }

  @Override
  public void close() {
    producer.close();
    sidecar.close();
    try {
      commits.close();
      Folders.delete(folder);
    } catch (SQLException | IOException e) {
      throw new Broken("the floor stays behind", e);
    }
  }

  private Result untilCommit(List<String> command, Map<String, String> environment) {
    forgetCommits();
    long begin = System.nanoTime();
    Process process = start(command, environment);
    try {
      awaitCommit(command);
      return result(begin, process);
    } finally {
      end(process);
    }
  }

  private static Result result(long begin, Process process) {
    long nanos = System.nanoTime() - begin;
    Path files = Path.of("/proc/" + process.pid());
    try (var status = Files.lines(files.resolve("status"))) {
      String peak =
          status
              .filter(line -> line.startsWith("VmHWM:"))
              .findFirst()
              .orElseThrow(() -> new Broken("no VmHWM"));
      String stat = Files.readString(files.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]);
      return new Result(
          Duration.ofNanos(nanos),
          Duration.ofMillis(ticks * MILLIS_PER_TICK),
          Long.parseLong(peak.replaceAll("\\D", "")));
    } catch (IOException e) {
      throw new Broken("the process is gone", e);
    }
  }

  private Process start(List<String> command, Map<String, String> more) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()));
    Map<String, String> environment = new HashMap<>();
    environment.put("PUNCTUAL_DATABASE_URL", run.embedded().postgres().jdbcUrl("punctual"));
    environment.put("PUNCTUAL_DATABASE_USER", run.embedded().product().user());
    environment.put("PUNCTUAL_SECRET_DATABASE_PASSWORD", run.embedded().product().password());
    environment.put("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", run.embedded().kafka().bootstrapServers());
    environment.put("PUNCTUAL_MANAGEMENT_PORT", "0");
    environment.putAll(more);
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new Broken("no process", e);
    }
  }

  /** SIGTERM, so that it leaves its group in order and the next start does not wait for it. */
  private static void end(Process process) {
    process.destroy();
    try {
      Broken.unless(
          process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "it ignores SIGTERM");
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }

  private void makeDue(FunctionScaling function) {
    Instant due = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2);
    // One of each: whichever this function handles is there, the other one waits for its own.
    if (function.topic().equals("reminders-due")) {
      String task = run.api().create(person, "tasks", Map.of("title", "Call the dentist"));
      String unused =
          run.api().create(person, "reminders", Map.of("taskId", task, "at", due.toString()));
    } else {
      String start = LocalDateTime.ofInstant(due, Person.ZONE).toString();
      String unused =
          run.api()
              .create(
                  person,
                  "series",
                  Map.of(
                      "title",
                      "Water the plants",
                      "start",
                      start,
                      "zone",
                      Person.ZONE.getId(),
                      "rule",
                      "FREQ=DAILY"));
    }
    Wait.until("a record for " + function.name(), PATIENCE, () -> run.lag(function.name()) > 0);
  }

  private void send() {
    try {
      Object unused =
          producer
              .send(new ProducerRecord<>(dev.punctual.floor.Main.TOPIC, new byte[VALUE_BYTES]))
              .get();
    } catch (ExecutionException e) {
      throw new Broken("no record for the floor", e);
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }

  private List<String> trainFloor(Path home) throws IOException {
    Application application = FloorProgram.assemble(home, folder);
    Result unused = floor(application.recordingCommand());
    application.createCache();
    return application.command();
  }

  private static java.sql.Connection listen(FreshRun run) {
    Properties properties = new Properties();
    properties.put("user", run.embedded().postgres().user());
    properties.put("password", run.embedded().postgres().password());
    try {
      java.sql.Connection connection =
          DriverManager.getConnection(run.embedded().postgres().jdbcUrl("punctual"), properties);
      try (var statement = connection.createStatement()) {
        boolean unused = statement.execute("LISTEN bench");
      }
      return connection;
    } catch (SQLException e) {
      throw new Broken("no connection that listens", e);
    }
  }

  private void forgetCommits() {
    try {
      PGNotification[] unused = commits.unwrap(PGConnection.class).getNotifications();
    } catch (SQLException e) {
      throw new Broken("the database does not answer", e);
    }
  }

  private void awaitCommit(List<String> command) {
    try {
      PGNotification[] notices =
          commits.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
      Broken.unless(
          notices != null && notices.length > 0,
          "nothing was committed by %s, see %s",
          command.getLast(),
          folder.resolve("output"));
    } catch (SQLException e) {
      throw new Broken("the database does not answer", e);
    }
  }

  private boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      String request =
          "GET /api/v1/tasks HTTP/1.1\r\nHost: localhost:%d\r\nCookie: %s\r\nConnection: close\r\n\r\n"
              .formatted(port, person.cookie());
      socket.getOutputStream().write(request.getBytes(UTF_8));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), UTF_8).endsWith(" 200");
    } catch (IOException e) {
      pause();
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(2));
    } catch (InterruptedException e) {
      throw Wait.interrupted();
    }
  }
}
