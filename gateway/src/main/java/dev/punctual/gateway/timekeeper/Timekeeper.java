package dev.punctual.gateway.timekeeper;

import dev.punctual.gateway.config.TimekeeperConfig;
import dev.punctual.gateway.relay.OutboxBell;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.DatabaseChannel;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns due timers into events. It wakes when the next timer is due, when somebody announces an
 * earlier one, and every two seconds in any case; whatever woke it, it claims everything that is
 * due. Any number of gateways do this side by side.
 */
@Singleton
public final class Timekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

  /** The first sweep: nothing that is due waits longer. */
  static final Duration SWEEP = Duration.ofSeconds(2);

  private static final int PORTION = 5_000;

  private final Database database;
  private final TimeSource time;
  private final OutboxBell outbox;
  private final Bell bell;
  private final Duration recovery;
  private final Thread thread = Thread.ofPlatform().name("timekeeper").unstarted(this::run);
  private volatile boolean stopping;
  private long recovered;

  Timekeeper(
      Database database,
      TimeSource time,
      OutboxBell outbox,
      DatabaseChannel channel,
      TimekeeperConfig config) {
    this.database = database;
    this.time = time;
    this.outbox = outbox;
    this.bell = channel.bell(Timers.CHANNEL);
    this.recovery = config.recoveryAfter();
    this.recovered = System.nanoTime() - recovery.toNanos();
  }

  @EventListener
  void start(ServerStartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    bell.ring();
    thread.join(Duration.ofSeconds(3));
  }

  /** Claims everything that is due; how many timers that were. */
  int claim() {
    int sum = 0;
    int claimed;
    do {
      claimed =
          database.transaction(
              connection -> Timers.claim(connection, time.now(connection), PORTION));
      sum += claimed;
      if (claimed > 0) {
        outbox.ring();
      }
    } while (claimed == PORTION);
    return sum;
  }

  /** Sets timers for what is past due and was lost; how many. */
  int recover() {
    int found =
        database.transaction(
            connection -> Timers.recover(connection, time.now(connection), recovery));
    if (found > 0) {
      LOG.warn("{} were past due without timer or effect and come again", found);
    }
    return found;
  }

  private void run() {
    while (!stopping) {
      try {
        int claimed = claim();
        LOG.debug("{} were due", claimed);
        if (System.nanoTime() - recovered >= recovery.toNanos()) {
          int lost = recover();
          LOG.debug("{} were lost", lost);
          recovered = System.nanoTime();
        }
        bell.await(untilNext());
      } catch (DatabaseFault e) {
        LOG.warn("the timekeeper waits for the database: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("the timekeeper goes on after what nobody foresaw", e);
        pause();
      }
    }
  }

  private Duration untilNext() {
    return database.read(
        connection -> {
          Optional<Instant> next = Timers.nextDue(connection);
          if (next.isEmpty()) {
            return SWEEP;
          }
          Duration left = Duration.between(time.now(connection), next.get());
          if (left.isNegative()) {
            // Another gateway is claiming it.
            return Duration.ofMillis(100);
          }
          return left.compareTo(SWEEP) < 0 ? left : SWEEP;
        });
  }

  private void pause() {
    try {
      Thread.sleep(SWEEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
