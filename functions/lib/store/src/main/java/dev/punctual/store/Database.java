package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on a data source: the product's own, and those in the name of one person, to whom
 * nothing of anybody else's is there, whatever the statement says (row-level security).
 */
public final class Database {
  private static final String AS =
      "SELECT set_config('role', '"
          + Roles.PERSON
          + "', true), set_config('punctual.person', ?, true)";
  private static final String AS_WITHOUT_FLUSH =
      AS + ", set_config('synchronous_commit', 'off', true)";

  private final DataSource dataSource;

  public Database(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What is done within one transaction. */
  public interface Work<T extends @Nullable Object> {
    T on(Connection connection);
  }

  /**
   * Commits what the work wrote, or nothing of it when it throws.
   *
   * @throws DatabaseFault when PostgreSQL refuses or is away
   */
  public <T extends @Nullable Object> T transaction(Work<T> work) {
    return transaction(false, work);
  }

  /** As {@link #transaction(Work)}, in the name of a person. */
  public <T extends @Nullable Object> T transaction(UserId person, Work<T> work) {
    return transaction(false, as(person, work));
  }

  /**
   * As {@link #transaction(UserId, Work)}, for what may be lost: its commit does not wait for the
   * disk, and a crash of PostgreSQL may take it back.
   */
  public <T extends @Nullable Object> T withoutFlush(UserId person, Work<T> work) {
    return transaction(false, as(AS_WITHOUT_FLUSH, person, work));
  }

  /** A transaction without a result, as {@link #transaction(Work)}. */
  public void write(Consumer<Connection> work) {
    boolean done = transaction(false, saying(work));
    assert done;
  }

  /** As {@link #write(Consumer)}, in the name of a person. */
  public void write(UserId person, Consumer<Connection> work) {
    boolean done = transaction(false, as(person, saying(work)));
    assert done;
  }

  /** Each statement for itself: for reads that need no common view. */
  public <T extends @Nullable Object> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(true);
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** What time it is, where nothing else is asked. */
  public Instant now(TimeSource time) {
    return read(time::now);
  }

  /** What a person reads: in one transaction, for the person's name ends with it. */
  public <T extends @Nullable Object> T read(UserId person, Work<T> work) {
    return transaction(true, as(person, work));
  }

  private <T extends @Nullable Object> T transaction(boolean readOnly, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      if (readOnly) {
        connection.setReadOnly(true);
      }
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (RuntimeException | Error e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static <T extends @Nullable Object> Work<T> as(UserId person, Work<T> work) {
    return as(AS, person, work);
  }

  private static <T extends @Nullable Object> Work<T> as(
      String beginning, UserId person, Work<T> work) {
    return connection -> {
      Sql.list(connection, beginning, row -> true, person.value().toString());
      return work.on(connection);
    };
  }

  private static Work<Boolean> saying(Consumer<Connection> work) {
    return connection -> {
      work.accept(connection);
      return true;
    };
  }

  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
