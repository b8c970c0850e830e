package dev.punctual.bench;

import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.Refusal;
import dev.punctual.local.RunSettings;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.Lag;
import dev.punctual.local.servers.Folders;
import dev.punctual.local.servers.ServerException;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Punctual started on an empty folder, as a person would start it: durable, scaled by the numbers
 * of keda/values.yaml. The folder is deleted with it.
 */
final class FreshRun implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EmbeddedRun run;
  private final Path data;
  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final Database database;
  private final Api api;
  private final Thread exitHook = new Thread(this::stop, "delete-data");

  private FreshRun(EmbeddedRun run, Path data) {
    this.run = run;
    this.data = data;
    this.api = new Api(run.gatewayUrl());
    source.setUrl(run.postgres().jdbcUrl(run.database().name()));
    source.setUser(run.postgres().user());
    source.setPassword(run.postgres().password());
    source.setReWriteBatchedInserts(true);
    this.database = new Database(source);
    Runtime.getRuntime().addShutdownHook(exitHook);
  }

  /**
   * Starts everything.
   *
   * @param scaling changes how a function follows its lag
   */
  static FreshRun start(Path home, UnaryOperator<FunctionScaling> scaling) {
    return startWith(
        home, settings -> settings.withScaling(settings.scaling().stream().map(scaling).toList()));
  }

  /** Starts everything with other settings. */
  static FreshRun startWith(Path home, UnaryOperator<RunSettings> more) {
    // On the disk that a person's data would be on: the temporary folder may be none.
    Path data;
    try {
      data = Files.createTempDirectory(Files.createDirectories(home.resolve("target")), "bench");
    } catch (IOException e) {
      throw new Broken("no data folder", e);
    }
    // One person asks here as many would.
    RunSettings settings =
        RunSettings.of(home, data, System.err::println)
            .withOut(step -> {})
            .withEnvironment(Map.of("PUNCTUAL_REQUESTS_PER_MINUTE", "0"));
    EmbeddedRun embedded;
    try {
      embedded =
          EmbeddedRun.start(more.apply(settings.withAddress("127.0.0.1", 0).withSupervised(false)));
    } catch (Refusal | ServerException e) {
      delete(data);
      throw e;
    }
    return new FreshRun(embedded, data);
  }

  /** The numbers of the values file, but at most so many processes. */
  static UnaryOperator<FunctionScaling> withMaxReplicas(int max) {
    return all ->
        new FunctionScaling(
            all.name(),
            all.topic(),
            all.consumerGroup(),
            Math.min(all.minReplicas(), max),
            Math.min(all.maxReplicas(), max),
            all.lagThreshold(),
            all.activationLagThreshold(),
            all.cooldownPeriod());
  }

  EmbeddedRun embedded() {
    return run;
  }

  /** What people use. */
  Api api() {
    return api;
  }

  Database database() {
    return database;
  }

  /** What PostgreSQL writes of itself. */
  Path postgresLog() {
    return data.resolve("postgres").resolve("server.log");
  }

  /** A connection of one's own. */
  Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** What the gateway's process has used of the processors until now. */
  Duration gatewayCpu() {
    return ProcessHandle.of(run.gateways().getFirst().process().pid())
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new Broken("the gateway is gone"));
  }

  /** One whole number from the database. */
  long number(String sql, Object... arguments) {
    return database.read(
        connection ->
            Sql.one(connection, sql, row -> row.number("n"), arguments)
                .orElseThrow(() -> new Broken("no row: " + sql)));
  }

  long lag(String function) {
    Lag lag = run.scaler().lags().get(function);
    return lag == null ? 0 : lag.records();
  }

  int replicas(String function) {
    return run.scaler().processes(function).size();
  }

  /** Takes all functions to zero, and the scaler goes on from there. */
  void stopFunctions() {
    run.scaler().pause();
    run.scaler().stopFunctions();
    run.scaler().resume();
  }

  /** So that whatever is measured next begins with the same work still to do for the disk. */
  void checkpoint() {
    int unused = database.read(connection -> Sql.update(connection, "CHECKPOINT"));
  }

  /** Returns when nothing waits in the outbox. */
  void awaitPublished() {
    Wait.until(
        "everything is published",
        PATIENCE,
        () -> number("SELECT count(*) AS n FROM outbox WHERE published_at IS NULL") == 0);
  }

  /** More people, signed in. */
  List<Person> people(int count) {
    return database.transaction(
        connection -> {
          List<Person> people = new ArrayList<>();
          for (int number = 1; number <= count; number++) {
            people.add(Person.create(connection, number));
          }
          return people;
        });
  }

  @Override
  public void close() {
    stop();
    boolean unused = Runtime.getRuntime().removeShutdownHook(exitHook);
  }

  private void stop() {
    api.close();
    run.close();
    delete(data);
  }

  private static void delete(Path data) {
    try {
      Folders.delete(data);
    } catch (IOException e) {
      System.err.println("punctual: " + data + " stays behind: " + e.getMessage());
    }
  }
}
