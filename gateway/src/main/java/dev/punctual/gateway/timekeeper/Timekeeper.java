package dev.punctual.gateway.timekeeper;

import dev.punctual.contracts.Waker;
import dev.punctual.gateway.config.TimekeeperConfig;
import dev.punctual.gateway.relay.OutboxBell;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.DatabaseChannel;
import dev.punctual.gateway.wake.Worker;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns due timers into events. It looks when it is woken, when somebody announces a timer that is
 * due soon, and with each sweep in any case; whatever woke it, it claims everything that is due.
 * Any number of gateways do this side by side.
 */
@Singleton
public final class Timekeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

  private static final int PORTION = 5_000;

  private final Database database;
  private final TimeSource time;
  private final OutboxBell outbox;
  private final Wakeups wakeups;
  private final Bell bell;
  private final Duration recovery;
  private final Worker worker = new Worker("timekeeper", this::turn);
  private long recovered;

  Timekeeper(
      Database database,
      TimeSource time,
      OutboxBell outbox,
      Wakeups wakeups,
      DatabaseChannel channel,
      TimekeeperConfig config) {
    this.database = database;
    this.time = time;
    this.outbox = outbox;
    this.wakeups = wakeups;
    this.bell = channel.bell(Timers.CHANNEL);
    this.recovery = config.recoveryAfter();
    this.recovered = System.nanoTime() - recovery.toNanos();
  }

  @EventListener
  void start(ServerStartupEvent event) {
    worker.start();
  }

  @PreDestroy
  void stop() {
    worker.stop(bell);
  }

  /**
   * Claims everything that is due; how many timers that were. One at a time: a crowd of wake-ups
   * finds nothing left to do instead of taking every connection.
   *
   * @param by what woke whoever asks
   */
  synchronized int claim(Waker by) {
    int sum = 0;
    int claimed;
    do {
      claimed =
          database.transaction(
              connection -> Timers.claim(connection, by, time.now(connection), PORTION));
      sum += claimed;
      if (claimed > 0) {
        outbox.ring();
      }
    } while (claimed == PORTION);
    return sum;
  }

  /** What the clock says that timers are held against. */
  Instant now() {
    return database.now(time);
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

  private void turn() throws InterruptedException {
    int claimed = claim(Waker.CLOCK);
    LOG.debug("{} were due", claimed);
    if (System.nanoTime() - recovered >= recovery.toNanos()) {
      int lost = recover();
      LOG.debug("{} were lost", lost);
      recovered = System.nanoTime();
    }
    bell.await(wakeups.rest());
  }
}
