package dev.punctual.notification;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.event.Event;
import dev.punctual.notification.send.Parcel;
import dev.punctual.notification.send.Reply;
import dev.punctual.runtime.Blame;
import dev.punctual.runtime.DatabaseSession;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.Outbox;
import dev.punctual.store.Owned;
import dev.punctual.store.TimeSource;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what channels answered, many at once, on a thread and a connection of its own. What
 * cannot be written is tried again by the timer that stands at the lease's end.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final int MOST = 200;

  /** When so many wait to be written down, whoever sends waits too. */
  private static final int MAX_WAITING = 1_000;

  private static final int MAX_TRIES = 5;
  private static final long PAUSE_MILLIS = 500;
  private static final long STOP_MILLIS = 1_000;

  private final DatabaseSession session;
  private final String source;
  private final LinkedBlockingQueue<Answer> queue = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean ended;

  private record Answer(Parcel parcel, Reply reply) {}

  Answers(DatabaseSession session, String function) {
    this.session = session;
    this.source = "/punctual/" + function;
    this.thread = Thread.ofPlatform().daemon().name("answers").start(this::run);
  }

  /** Waits while too many wait already; after the end nothing is written down any more. */
  void add(Parcel parcel, Reply reply) {
    Answer answer = new Answer(parcel, reply);
    try {
      boolean added = ended;
      while (!added) {
        added = queue.offer(answer, 100, TimeUnit.MILLISECONDS) || ended;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends when all that was answered is written down, or after a second. */
  void stop() {
    stopping = true;
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!stopping || !queue.isEmpty()) {
        Answer first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          List<Answer> some = new ArrayList<>(List.of(first));
          queue.drainTo(some, MOST);
          save(some);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended = true;
      session.close();
    }
  }

  private void save(List<Answer> some) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      try {
        session.write(connection -> save(connection, some));
        return;
      } catch (RuntimeException e) {
        session.close();
        boolean away = Blame.of(e) == DatabaseFault.Cause.ENVIRONMENT;
        if (!away && some.size() > 1) {
          for (Answer each : some) {
            save(List.of(each));
          }
          return;
        }
        if (!away || tries == MAX_TRIES) {
          LOG.error(
              "{} answers are not written down; they will be asked for again", some.size(), e);
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void save(Connection connection, List<Answer> some) {
    Instant now = TimeSource.database().now(connection);
    DeliveryDecider decider = new DeliveryDecider(now);
    ChannelStates states = new ChannelStates(now);
    Map<Owned<ChannelId>, ChannelRow> channels = new HashMap<>();
    ChannelRows.lock(
            connection,
            some.stream().map(each -> each.parcel().channel().key()).distinct().toList())
        .forEach(row -> channels.put(row.key(), row));
    Map<Owned<DeliveryId>, DeliveryRow> deliveries = new HashMap<>();
    DeliveryRows.lock(
            connection, some.stream().map(each -> each.parcel().delivery().key()).toList())
        .forEach(row -> deliveries.put(row.key(), row));

    Random random = new Random();
    DeliveryEffects effects = new DeliveryEffects(now);
    for (Answer answer : some) {
      Parcel parcel = answer.parcel();
      DeliveryRow row = deliveries.get(parcel.delivery().key());
      ChannelRow channel = channels.get(parcel.channel().key());
      DeliveryRow after =
          row == null || channel == null
              ? null
              : decider.answered(
                  row, channel, parcel.delivery().revision(), answer.reply(), random.nextDouble());
      if (after == null || channel == null) {
        LOG.info("{} for {} comes too late", answer.reply(), parcel.delivery().key().id());
        continue;
      }
      deliveries.put(after.key(), after);
      if (answer.reply() instanceof Reply.Untried) {
        effects.waits(after);
        continue;
      }
      ChannelRow channelAfter = states.seen(channel, after, answer.reply());
      channels.put(channelAfter.key(), channelAfter);
      effects.came(after, channel, channelAfter, parcel.notification());
    }
    List<Event> events = effects.save(connection);
    Outbox.append(connection, source, now, null, events);
    if (!events.isEmpty()) {
      Outbox.announce(connection);
    }
  }
}
