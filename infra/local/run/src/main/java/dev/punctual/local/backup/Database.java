package dev.punctual.local.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * A PostgreSQL server and the name of the database in question.
 *
 * @param url the JDBC URL of a database by its name
 */
public record Database(Function<String, String> url, String name, String user, String password) {

  Database named(String other) {
    return new Database(url, other, user, password);
  }

  /** What JDBC connects to. */
  public String jdbcUrl() {
    return url.apply(name);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), user, password);
  }
}
