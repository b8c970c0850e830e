package dev.punctual.gateway;

import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.runtime.secrets.Secrets;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** New connections, each with the password as it is then: a changed one is taken up. */
final class SecretDataSource extends PGSimpleDataSource {
  /** SQLSTATE of a connection that could not be established. */
  private static final String CANNOT_CONNECT = "08001";

  private final transient Secrets secrets;

  SecretDataSource(DatabaseConfig config, Secrets secrets) {
    this.secrets = secrets;
    setUrl(config.url());
    setUser(config.user());
    setReWriteBatchedInserts(true);
    setConnectTimeout(3);
    setSocketTimeout(30);
    setTcpKeepAlive(true);
    setApplicationName("punctual-gateway");
    // Somebody who holds a row for longer than this is waited for by trying again.
    setOptions("-c lock_timeout=5s");
  }

  @Override
  public Connection getConnection() throws SQLException {
    String password;
    try {
      password = secrets.secret(Secrets.DATABASE_PASSWORD);
    } catch (SecretMissing | UncheckedIOException e) {
      // As a database that is away: it may be there again at the next attempt.
      throw new SQLException(e.getMessage(), CANNOT_CONNECT, e);
    }
    return getConnection(getUser(), password);
  }
}
