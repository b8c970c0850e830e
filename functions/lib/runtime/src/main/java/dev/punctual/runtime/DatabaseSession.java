package dev.punctual.runtime;

import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.SchemaVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a function, opened when it is needed and kept. A pool would only delay the
 * first record. Used by one thread at a time; {@link #open} may be called ahead of it.
 */
public final class DatabaseSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseSession.class);

  private final RuntimeConfig config;
  private final Secrets secrets;
  private @Nullable Connection connection;

  public DatabaseSession(RuntimeConfig config, Secrets secrets) {
    this.config = config;
    this.secrets = secrets;
  }

  /**
   * The connection, with autocommit off.
   *
   * @throws DatabaseFault when PostgreSQL is away
   * @throws SchemaTooOld until the gateway has migrated
   */
  synchronized Connection open() {
    Connection open = connection;
    if (open == null) {
      open = connect();
      connection = open;
    }
    return open;
  }

  /**
   * Commits what the work wrote, or nothing of it when it throws.
   *
   * @throws RuntimeException what the work threw, or a {@link DatabaseFault}
   */
  public void write(Consumer<Connection> work) {
    Connection open = open();
    try {
      work.accept(open);
      open.commit();
    } catch (SQLException e) {
      reset();
      throw new DatabaseFault(e);
    } catch (RuntimeException | Error e) {
      reset();
      throw e;
    }
  }

  synchronized boolean isOpen() {
    return connection != null;
  }

  /** Ends the transaction without effect, or the connection when that cannot be done. */
  synchronized void reset() {
    Connection open = connection;
    if (open == null) {
      return;
    }
    try {
      open.rollback();
    } catch (SQLException e) {
      LOG.debug("the connection is gone: {}", e.getMessage());
      close();
    }
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("the connection was gone: {}", e.getMessage());
      }
    }
  }

  private Connection connect() {
    Properties properties = new Properties();
    properties.setProperty("user", config.databaseUser());
    // Read anew each time: a changed password is taken up by the next connection.
    properties.setProperty("password", secrets.secret(Secrets.DATABASE_PASSWORD));
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("ApplicationName", "punctual-" + config.function());
    // Somebody who holds a row for longer than this is waited for by trying again.
    properties.setProperty("options", "-c lock_timeout=5s");
    try {
      Connection opened = DriverManager.getConnection(config.databaseUrl(), properties);
      try {
        opened.setAutoCommit(false);
        int version = SchemaVersion.of(opened);
        opened.rollback();
        if (version < SchemaVersion.NEEDED) {
          throw new SchemaTooOld(version, SchemaVersion.NEEDED);
        }
        return opened;
      } catch (SQLException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }
}
