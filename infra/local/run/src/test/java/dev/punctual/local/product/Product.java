package dev.punctual.local.product;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.RunSettings;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.Lag;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.Timers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A whole Punctual in a temporary folder, with what a test looks at. Functions go to zero after 2
 * s.
 */
final class Product implements AutoCloseable {
  private static final int COOLDOWN_SECONDS = 2;

  /** The repository. */
  static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  private final Path data;
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final EmbeddedRun run;

  private Product(Path home, UnaryOperator<RunSettings> more) {
    try {
      data = Files.createTempDirectory("punctual-product");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunSettings settings = RunSettings.forTests(home, data);
    run =
        EmbeddedRun.start(
            more.apply(
                settings
                    .withScaling(settings.scaling().stream().map(Product::coolsSoon).toList())
                    .withOut(steps::add)));
  }

  static Product start() {
    return start(HOME);
  }

  /** One of a repository elsewhere. */
  static Product start(Path home) {
    return new Product(home, settings -> settings);
  }

  static Product start(Map<String, String> environment) {
    return new Product(HOME, settings -> settings.withEnvironment(environment));
  }

  /** One whose programs have sidecars. */
  static Product start(WithSidecars sidecars) {
    return new Product(
        HOME,
        settings ->
            settings.withPrograms(sidecars).withAddress("127.0.0.1", sidecars.gatewayPort()));
  }

  /** Where everything of this Punctual is. */
  Path data() {
    return data;
  }

  EmbeddedRun run() {
    return run;
  }

  /** The steps of the scaler so far, each as a line. */
  List<String> steps() {
    return List.copyOf(steps);
  }

  void forgetSteps() {
    steps.clear();
  }

  /** How many processes of a function live. */
  int processes(String function) {
    return run.scaler().processes(function).size();
  }

  /** How many records wait for a function; -1: the scaler does not know yet. */
  long lag(String function) {
    Lag lag = run.scaler().lags().get(function);
    return lag == null ? -1 : lag.records();
  }

  Database database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(run.postgres().jdbcUrl("punctual"));
    source.setUser(run.postgres().user());
    source.setPassword(run.postgres().password());
    source.setReWriteBatchedInserts(true);
    return new Database(source);
  }

  /** How many rows a statement that begins with {@code SELECT count(*)} counts. */
  long count(String sql) {
    return database()
        .read(connection -> Sql.one(connection, sql, row -> row.number("count")).orElseThrow());
  }

  List<UserId> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number -> {
              Account account =
                  new Account(new UserId(Uuid7.next()), "person " + number, ZoneId.of("UTC"));
              database().write(connection -> Accounts.insert(connection, account));
              return account.id();
            })
        .toList();
  }

  /** Tasks with a reminder each, all of one second, spread over people. */
  void reminders(List<UserId> people, int count, Instant fireAt) {
    Instant due = fireAt.truncatedTo(ChronoUnit.SECONDS);
    List<TaskRow> tasks = new ArrayList<>(count);
    List<ReminderRow> reminders = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      UserId user = people.get(number % people.size());
      TaskRow task = task(user, "task " + number, due);
      tasks.add(task);
      reminders.add(
          new ReminderRow(
              user,
              new Reminder(
                  new ReminderId(Uuid7.next()),
                  task.task().id(),
                  due,
                  null,
                  ReminderStatus.SCHEDULED,
                  due,
                  null,
                  1),
              1,
              due));
    }
    database()
        .write(
            connection -> {
              TaskRows.insert(connection, tasks);
              ReminderRows.insert(connection, reminders);
              Timers.set(connection, reminders.stream().map(ReminderRow::timer).toList());
            });
  }

  @Override
  public void close() {
    run.close();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(Product::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FunctionScaling coolsSoon(FunctionScaling scaling) {
    return scaling.withCooldownPeriod(Duration.ofSeconds(COOLDOWN_SECONDS));
  }

  private static TaskRow task(UserId user, String title, Instant now) {
    return new TaskRow(
        user,
        new Task(
            new TaskId(Uuid7.next()),
            title,
            "",
            TaskStatus.PENDING,
            Priority.MEDIUM,
            List.of(),
            null,
            null,
            null,
            now,
            now,
            null,
            1),
        null);
  }
}
