package dev.punctual.local.servers;

import dev.punctual.local.servers.ServerException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server as a child process, with a password. Its data outlives it; it can be
 * stopped and started again on the same port.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** The one user, who may do everything. */
  public static final String USER = "punctual";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  /**
   * @param data the server's own folder; initialised when new, reused otherwise
   * @param host the address that it binds; on another one than loopback it asks everybody for the
   *     password
   * @param port where clients connect; 0: the one used before in this folder, else a free one
   * @param durable whether a commit is on disk when it is answered: true for people's data, false
   *     for tests
   * @param password of the one user; a folder keeps the password that it was initialised with
   * @param stopAtExit whether the JVM's orderly exit stops it; false when the caller does
   */
  public record Settings(
      Path data, String host, int port, boolean durable, String password, boolean stopAtExit) {
    public Settings {
      data = data.toAbsolutePath().normalize();
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + " is not within 0..65535");
      }
      if (password.isBlank() || !password.equals(password.strip())) {
        throw new IllegalArgumentException("the password is empty or has spaces around it");
      }
    }

    /** On loopback. */
    public Settings(Path data, int port, boolean durable, String password, boolean stopAtExit) {
      this(data, LOOPBACK, port, durable, password, stopAtExit);
    }

    public Settings(Path data, int port, boolean durable, String password) {
      this(data, port, durable, password, true);
    }
  }

  private final Settings settings;
  private final Path binaries;
  private final int port;
  private final Thread exitHook = new Thread(this::stop, "stop-postgresql");
  private @Nullable Process server;

  private EmbeddedPostgres(Settings settings, Path binaries, int port) {
    this.settings = settings;
    this.binaries = binaries;
    this.port = port;
  }

  /**
   * Starts a server and returns when it takes connections. A server that a killed JVM left on the
   * same folder is stopped first.
   */
  public static EmbeddedPostgres start(Settings settings) {
    Path data = settings.data();
    try {
      Files.createDirectories(data);
      Path binaries = PostgresBinaries.folder();
      stopLeftover(data);
      int port =
          Ports.remembered("PostgreSQL", settings.host(), settings.port(), data.resolve("port"));
      EmbeddedPostgres postgres = new EmbeddedPostgres(settings, binaries, port);
      postgres.initialise();
      postgres.startAgain();
      if (settings.stopAtExit()) {
        Runtime.getRuntime().addShutdownHook(postgres.exitHook);
      }
      return postgres;
    } catch (IOException e) {
      throw new ServerException(
          Reason.NOT_STARTED, "PostgreSQL cannot use its folder " + data + ": " + e, e);
    }
  }

  /**
   * Unpacks the programs and runs one of them, without starting a server.
   *
   * @throws ServerException when this machine cannot run PostgreSQL, and why
   */
  public static void checkMachine() {
    Path binaries = PostgresBinaries.folder();
    try {
      Path said = Files.createTempFile("punctual", ".log");
      try {
        PostgresProcess.run(
            List.of(binaries.resolve("bin/postgres").toString(), "--version"), said);
      } finally {
        Files.delete(said);
      }
    } catch (IOException e) {
      throw new ServerException(Reason.NOT_STARTED, "PostgreSQL cannot be run: " + e, e);
    }
  }

  /** The port of the server that runs on this folder at this moment, in whatever process. */
  public static Optional<Integer> runningPort(Path data) {
    return PostgresProcess.portOf(database(data.toAbsolutePath().normalize()));
  }

  /** Stops a server that runs on this folder, whoever started it. */
  public static void stopLeftover(Path data) {
    PostgresProcess.runningOn(database(data.toAbsolutePath().normalize()))
        .ifPresent(PostgresProcess::stop);
  }

  public String jdbcUrl(String database) {
    return jdbcUrl(settings.host(), port, database);
  }

  /** Of a server on loopback. */
  public static String jdbcUrl(int port, String database) {
    return jdbcUrl(LOOPBACK, port, database);
  }

  private static String jdbcUrl(String host, int port, String database) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + database;
  }

  public String user() {
    return USER;
  }

  public String password() {
    return settings.password();
  }

  public int port() {
    return port;
  }

  /** A connection to one of its databases; the caller closes it. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), USER, settings.password());
  }

  /** Creates a database of this name, unless there is one. */
  public void createDatabase(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
      throw new IllegalArgumentException(name + " is no plain lower-case name");
    }
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      boolean unused = statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      if (!"42P04".equals(e.getSQLState())) { // duplicate_database
        throw new ServerException(
            Reason.NOT_STARTED, "The database " + name + " cannot be created.", e);
      }
    }
  }

  public synchronized boolean isRunning() {
    return server != null && server.isAlive();
  }

  /** Whether it ended without being asked to. */
  public synchronized boolean hasDied() {
    return server != null && !server.isAlive();
  }

  /** Takes the server away, clients cut off, and keeps its port and data. */
  public synchronized void stop() {
    Process running = server;
    server = null;
    if (running != null && running.isAlive()) {
      PostgresProcess.stop(running.toHandle());
    }
  }

  /** Brings a stopped server back on its port and data; does nothing when it runs. */
  public synchronized void startAgain() {
    if (isRunning()) {
      return;
    }
    try {
      Process starting =
          new ProcessBuilder(PostgresProcess.command(serverCommand()))
              .redirectErrorStream(true)
              .redirectOutput(log().toFile())
              .start();
      server = starting;
      awaitConnection(starting);
    } catch (IOException e) {
      throw new ServerException(Reason.NOT_STARTED, "PostgreSQL cannot be started: " + e, e);
    } catch (ServerException e) {
      stop();
      throw e;
    }
  }

  /** Stops it for good. */
  @Override
  public void close() {
    stop();
    if (settings.stopAtExit()) {
      ExitHooks.remove(exitHook);
    }
  }

  private static Path database(Path data) {
    return data.resolve("database");
  }

  private Path log() {
    return settings.data().resolve("server.log");
  }

  private List<String> serverCommand() {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                database(settings.data()).toString()));
    String durable = settings.durable() ? "on" : "off";
    for (String option :
        List.of(
            "port=" + port,
            "listen_addresses=" + settings.host(),
            "unix_socket_directories=",
            "max_connections=200",
            "fsync=" + durable,
            "synchronous_commit=" + durable,
            "full_page_writes=" + durable,
            "timezone=UTC",
            "log_timezone=UTC",
            "log_min_messages=fatal",
            "jit=off")) {
      command.addAll(List.of("-c", option));
    }
    return command;
  }

  /** Initialises beside and moves into place: a folder is either whole or absent. */
  private void initialise() throws IOException {
    Path data = settings.data();
    if (Files.exists(database(data).resolve("PG_VERSION"))) {
      return;
    }
    Path fresh = data.resolve("database.new");
    Folders.delete(fresh);
    Folders.delete(database(data));
    Path password =
        Files.createTempFile(
            data,
            "initial",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(password, settings.password());
      List<String> command =
          new ArrayList<>(
              List.of(
                  binaries.resolve("bin/initdb").toString(),
                  "--pgdata=" + fresh,
                  "--username=" + USER,
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=PG_UNICODE_FAST"));
      if (!settings.durable()) {
        command.add("--no-sync");
      }
      PostgresProcess.run(command, log());
      if (!settings.host().equals(LOOPBACK)) {
        // initdb lets only loopback in.
        Files.writeString(
            fresh.resolve("pg_hba.conf"),
            "host all all all scram-sha-256\n",
            StandardOpenOption.APPEND);
      }
    } finally {
      Files.delete(password);
    }
    Files.move(fresh, database(data), StandardCopyOption.ATOMIC_MOVE);
  }

  private void awaitConnection(Process starting) {
    Instant end = Instant.now().plus(START_PATIENCE);
    while (true) {
      try (Connection connection = connect("postgres")) {
        if (connection.isValid(5)) {
          return;
        }
      } catch (SQLException e) {
        if ("28P01".equals(e.getSQLState())) {
          throw new ServerException(
              Reason.NOT_STARTED,
              "PostgreSQL refuses the password: its folder was made with another one.",
              e);
        }
        if (Instant.now().isAfter(end)) {
          throw PostgresProcess.notStarted("no connection in " + START_PATIENCE, log());
        }
      }
      if (exits(starting, Duration.ofMillis(30))) {
        throw PostgresProcess.notStarted("status " + starting.exitValue(), log());
      }
    }
  }

  private static boolean exits(Process process, Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException(Reason.NOT_STARTED, "Interrupted while PostgreSQL started.", e);
    }
  }
}
