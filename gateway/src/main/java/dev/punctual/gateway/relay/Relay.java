package dev.punctual.gateway.relay;

import dev.punctual.gateway.relay.Publisher.PublishingFailed;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.DatabaseChannel;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import dev.punctual.store.RelayLease;
import dev.punctual.store.Sql;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox while it leads (DESIGN §2): positions first, then Kafka, then the marks. A
 * crash between any two of these leads to a repeat with the same id and position, never to a loss.
 */
@Singleton
public final class Relay implements OutboxBell, Leadership {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration TERM = Duration.ofSeconds(10);
  private static final Duration RENEW_AFTER = Duration.ofSeconds(3);
  private static final Duration MARK_AFTER = Duration.ofSeconds(1);
  private static final Duration IDLE = Duration.ofSeconds(1);
  static final int BATCH = 1_000;

  private final UUID holder = UUID.randomUUID();
  private final Database database;
  private final Publisher publisher;
  private final Bell bell;
  private final Thread thread = Thread.ofPlatform().name("relay").unstarted(this::run);
  private volatile boolean stopping;
  private volatile boolean leading;
  private volatile long epoch;
  private long renewed;
  private final AtomicBoolean announcing = new AtomicBoolean();

  Relay(Database database, Publisher publisher, DatabaseChannel channel) {
    this.database = database;
    this.publisher = publisher;
    this.bell = channel.bell(Outbox.CHANNEL);
  }

  @Override
  public boolean leading() {
    return leading;
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public void ring() {
    if (leading) {
      bell.ring();
    } else if (announcing.compareAndSet(false, true)) {
      // Apart from the write: a NOTIFY inside would let writes commit only one after another.
      Thread.startVirtualThread(this::announce);
    }
  }

  @EventListener
  void start(ServerStartupEvent event) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    bell.ring();
    if (thread.getState() != Thread.State.NEW) {
      thread.join(Duration.ofSeconds(3));
    }
    publisher.release();
  }

  private void announce() {
    announcing.set(false);
    try {
      database.write(Outbox::announce);
    } catch (DatabaseFault e) {
      LOG.debug("the leader will find it by itself: {}", e.getMessage());
    }
  }

  private void run() {
    while (!stopping) {
      try {
        OptionalLong epoch = database.transaction(c -> RelayLease.take(c, holder, TERM));
        if (epoch.isPresent()) {
          lead(epoch.getAsLong());
        } else {
          bell.await(IDLE);
        }
      } catch (DatabaseFault e) {
        LOG.warn("the relay waits for the database: {}", e.getMessage());
        pause();
      } catch (PublishingFailed e) {
        LOG.warn("publishing failed, another may lead: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("the relay goes on after what nobody foresaw", e);
        pause();
      }
    }
  }

  private void lead(long taken) throws PublishingFailed, InterruptedException {
    LOG.info("leads with epoch {}", taken);
    epoch = taken;
    leading = true;
    try {
      renewed = System.nanoTime();
      publishAgain(epoch);
      while (!stopping) {
        List<OutboxRow> rows =
            transaction(epoch, c -> Outbox.givePositions(c, BATCH, publisher.mostOfOneKey()));
        if (rows.isEmpty()) {
          bell.await(IDLE);
        } else {
          publish(epoch, rows);
        }
        renewInTime(epoch);
      }
    } catch (Deposed e) {
      LOG.warn("epoch {} is over", epoch);
    } finally {
      leading = false;
      publisher.release();
      giveUp(epoch);
    }
  }

  /** What an earlier leader, or this one before a failure, gave a position but did not mark. */
  private void publishAgain(long epoch) throws PublishingFailed {
    List<OutboxRow> rows = transaction(epoch, c -> Outbox.unmarked(c, BATCH));
    while (!rows.isEmpty()) {
      publish(epoch, rows);
      renewInTime(epoch);
      rows = transaction(epoch, c -> Outbox.unmarked(c, BATCH));
    }
  }

  /** What has been taken is marked about once a second, also when what follows it fails. */
  private void publish(long epoch, List<OutboxRow> rows) throws PublishingFailed {
    List<OutboxRow> taken = new ArrayList<>();
    long begin = System.nanoTime();
    try {
      for (List<OutboxRow> portion : publisher.portions(rows)) {
        publisher.publish(portion);
        taken.addAll(portion);
        if (System.nanoTime() - begin > MARK_AFTER.toNanos()) {
          mark(epoch, taken);
          taken.clear();
          begin = System.nanoTime();
          renewInTime(epoch);
        }
      }
    } finally {
      mark(epoch, taken);
    }
  }

  private void mark(long epoch, List<OutboxRow> rows) {
    if (!rows.isEmpty()) {
      int marked = transaction(epoch, connection -> Outbox.mark(connection, rows));
      LOG.debug("{} published", marked);
    }
  }

  private void renewInTime(long epoch) {
    if (System.nanoTime() - renewed > RENEW_AFTER.toNanos()) {
      if (!database.transaction(connection -> RelayLease.renew(connection, epoch, TERM))) {
        throw new Deposed();
      }
      renewed = System.nanoTime();
    }
  }

  private void giveUp(long epoch) {
    try {
      database.write(connection -> RelayLease.giveUp(connection, epoch));
    } catch (DatabaseFault e) {
      LOG.debug("the lease will run out by itself: {}", e.getMessage());
    }
  }

  /**
   * A transaction that only the leader can commit, and that cannot outlast the wait of its
   * successor.
   */
  private <T> T transaction(long epoch, Database.Work<T> work) {
    return database.transaction(
        connection -> {
          limit(connection);
          if (!RelayLease.hold(connection, epoch)) {
            throw new Deposed();
          }
          return work.on(connection);
        });
  }

  private static void limit(Connection connection) {
    Sql.execute(connection, "SET LOCAL transaction_timeout = '5s'");
  }

  private void pause() {
    try {
      Thread.sleep(IDLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private static final class Deposed extends RuntimeException {}
}
