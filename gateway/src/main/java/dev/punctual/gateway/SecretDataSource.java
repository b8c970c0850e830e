package dev.punctual.gateway;

import dev.punctual.gateway.config.DatabaseConfig;
import dev.punctual.runtime.secrets.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** New connections, each with the password as it is then: a changed one is taken up. */
final class SecretDataSource extends PGSimpleDataSource {
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
    return getConnection(getUser(), secrets.secret(Secrets.DATABASE_PASSWORD));
  }
}
