package dev.punctual.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions on a data source. */
public final class Database {
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
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
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

  /** A transaction without a result, as {@link #transaction}. */
  public void write(Consumer<Connection> work) {
    boolean done =
        transaction(
            connection -> {
              work.accept(connection);
              return true;
            });
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

  private static void rollback(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
