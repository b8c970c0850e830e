package dev.punctual.store;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.IfPending;
import dev.punctual.contracts.LocalClock;
import dev.punctual.contracts.OnMissed;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.SeriesStatus;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.Accounts.Account;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own with the schema in it, and people and things to put there. */
public final class TestDatabase {
  public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  public static final Instant NOW = Instant.parse("2026-03-06T19:00:00Z");

  /** As whom the product comes to every database of the tests. */
  public static final Login PRODUCT = new Login("punctual_app", "a password of the tests");

  private final String url;
  private final Database database;

  private TestDatabase(String url) {
    this.url = url;
    this.database = new Database(dataSource());
  }

  /** A new one, migrated. */
  public static TestDatabase fresh() {
    String url = TestServers.freshDatabase();
    Migrations.migrate(url, owner(), PRODUCT);
    return new TestDatabase(url);
  }

  /** Who owns the tables, and sees every row. */
  public static Login owner() {
    return new Login(TestServers.databaseUser(), TestServers.databasePassword());
  }

  public String url() {
    return url;
  }

  public Database database() {
    return database;
  }

  /** As who owns the tables: for changes to the schema, and to look at everything. */
  public Database owned() {
    return new Database(as(owner()));
  }

  public DataSource dataSource() {
    return as(PRODUCT);
  }

  /** Connections of somebody else. */
  public DataSource as(Login login) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(login.user());
    source.setPassword(login.password());
    source.setReWriteBatchedInserts(true);
    return source;
  }

  /** A new person in New York. */
  public UserId person() {
    Account account = new Account(new UserId(Uuid7.next()), "Ada", NEW_YORK);
    database.transaction(
        connection -> {
          Accounts.insert(connection, account);
          return account;
        });
    return account.id();
  }

  /** How many rows a statement that begins with {@code SELECT count(*)} counts. */
  public long count(String sql, @Nullable Object... arguments) {
    return database.read(
        connection ->
            Sql.one(connection, sql, row -> row.number("count"), arguments).orElseThrow());
  }

  /** A pending task without a due. */
  public static TaskRow task(UserId user, String title) {
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
            NOW,
            NOW,
            null,
            1),
        null);
  }

  /**
   * A pending series by this rule; its next occurrence is its start and is due at {@code nextAt}.
   */
  public static SeriesRow series(
      UserId user, String start, @Nullable String rule, Instant nextAt, IfPending ifPending) {
    Series series =
        new Series(
            new SeriesId(Uuid7.next()),
            "Team sync",
            "",
            List.of("work"),
            Priority.HIGH,
            start,
            NEW_YORK.getId(),
            rule,
            List.of(),
            List.of(),
            null,
            Repeat.SCHEDULE,
            ifPending,
            OnMissed.LATEST,
            List.of(),
            SeriesStatus.PENDING,
            nextAt,
            "as the rule says",
            NOW,
            NOW,
            1);
    return new SeriesRow(
        user,
        series,
        LocalClock.usual(NEW_YORK),
        new SeriesRow.Progress(null, start, nextAt, null, 0, null, 1));
  }
}
