package dev.punctual.gateway.timekeeper;

import dev.punctual.gateway.config.TimekeeperConfig;
import dev.punctual.gateway.dapr.WithoutDapr;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timers;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The next due time in the ledger; an earlier one is announced by PostgreSQL. */
@Singleton
@WithoutDapr
final class OwnClock implements Wakeups {
  /** Another gateway is claiming what is due. */
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final Database database;
  private final TimeSource time;
  private final Duration sweep;

  OwnClock(Database database, TimeSource time, TimekeeperConfig config) {
    this.database = database;
    this.time = time;
    this.sweep = config.sweepEvery();
  }

  @Override
  public Duration rest() {
    return database.read(
        connection -> {
          Optional<Instant> next = Timers.nextDue(connection);
          if (next.isEmpty()) {
            return sweep;
          }
          Duration left = Duration.between(time.now(connection), next.get());
          if (left.isNegative()) {
            return MOMENT;
          }
          return left.compareTo(sweep) < 0 ? left : sweep;
        });
  }
}
