package dev.punctual.store;

import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Where "now" comes from. In production it is the database's clock, the only one that all gateways
 * and functions share; a test sets its own.
 */
public interface TimeSource {
  Instant now(Connection connection);

  /** The clock of PostgreSQL at the moment of asking, in microseconds. */
  static TimeSource database() {
    return connection ->
        Sql.one(connection, "SELECT clock_timestamp() AS now", row -> row.instant("now"))
            .orElseThrow();
  }

  /** Another clock, for tests. */
  static TimeSource of(InstantSource source) {
    return connection -> source.instant();
  }
}
