package dev.punctual.runtime;

import dev.punctual.store.DatabaseFault.Cause;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, has each batch committed to PostgreSQL, then commits its offsets. When the environment is
 * at fault it rewinds to the beginning of the batch and rests, still polling, so that it stays a
 * member of its group and the lag stays visible.
 */
public final class BatchLoop {
  private static final Logger LOG = LoggerFactory.getLogger(BatchLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final Handler handler;
  private final Consumer<byte[], byte[]> consumer;
  private final DatabaseSession session;
  private final BatchTransaction transaction;
  private final RunLog runs;
  private final Rest rest = new Rest();
  private final Set<TopicPartition> unsettled = new HashSet<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean ready;
  private long seenNanos = System.nanoTime();

  BatchLoop(
      Handler handler,
      Consumer<byte[], byte[]> consumer,
      DatabaseSession session,
      RunLog runs,
      BatchTransaction transaction) {
    this.handler = handler;
    this.consumer = consumer;
    this.session = session;
    this.runs = runs;
    this.transaction = transaction;
  }

  /** Whether it has partitions and its environment is in order. */
  public boolean ready() {
    return ready && !rest.resting();
  }

  /**
   * Runs until {@link #stop}.
   *
   * @return false when it ended by itself, since so many records failed in a row that the fault
   *     must be in the code
   */
  public boolean run() {
    try {
      consumer.subscribe(List.of(handler.group().topic().wireName()), new Assignment());
      while (!stopping && !transaction.hopeless()) {
        turn();
      }
      return !transaction.hopeless();
    } catch (WakeupException e) {
      return true;
    } finally {
      ready = false;
      try {
        leave();
      } finally {
        stopped.countDown();
      }
    }
  }

  /** Ends the loop after the batch at hand, and waits for that. */
  public void stop(Duration patience) {
    stopping = true;
    consumer.wakeup();
    try {
      if (!stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("the batch at hand did not end within {}; it will be delivered again", patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() {
    ConsumerRecords<byte[], byte[]> records;
    try {
      records = consumer.poll(rest.resting() ? rest.left(System.nanoTime()) : POLL);
    } catch (RetriableException e) {
      LOG.warn("Kafka is away: {}", e.getMessage());
      return;
    }
    if (rest.resting() && rest.left(System.nanoTime()).isZero()) {
      rest.end();
      consumer.resume(consumer.assignment());
    }
    if (!records.isEmpty()) {
      handle(records);
    } else if (!rest.resting()) {
      settle();
      heartbeat();
    }
  }

  private void handle(ConsumerRecords<byte[], byte[]> records) {
    List<Decoded> decoded = new ArrayList<>(records.count());
    for (ConsumerRecord<byte[], byte[]> kafka : records) {
      decoded.add(Decoded.of(kafka, handler.types()));
    }
    try {
      int done = commit(decoded);
      rest.forget();
      seenNanos = System.nanoTime();
      commitOffsets(decoded.subList(0, done));
    } catch (RuntimeException failure) {
      // A new connection also finds a primary that has moved.
      session.close();
      if (Blame.of(failure) != Cause.ENVIRONMENT) {
        throw failure;
      }
      LOG.warn("{} records wait: {}", decoded.size(), failure.getMessage());
      rewind(decoded);
    }
  }

  /** How many of the records are done. */
  private int commit(List<Decoded> records) {
    try {
      transaction.together(records);
      return records.size();
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      session.reset();
      if (Blame.of(failure) == Cause.ENVIRONMENT) {
        throw failure;
      }
      LOG.warn("{} records one by one, since together they failed: {}", records.size(), failure);
      return transaction.alone(records);
    }
  }

  private void rewind(List<Decoded> records) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (Decoded item : records) {
      first.merge(partition(item), item.kafka().offset(), Math::min);
    }
    first.forEach(consumer::seek);
    consumer.pause(consumer.assignment());
    rest.begin(System.nanoTime());
    runs.countRest();
  }

  private void commitOffsets(List<Decoded> done) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    for (Decoded item : done) {
      next.merge(
          partition(item),
          new OffsetAndMetadata(item.kafka().offset() + 1),
          (one, other) -> one.offset() > other.offset() ? one : other);
    }
    unsettled.removeAll(next.keySet());
    commitOffsets(next);
  }

  private void commitOffsets(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      try {
        consumer.commitSync(offsets);
      } catch (WakeupException e) {
        // The order to stop; what was handled is committed all the same.
        consumer.commitSync(offsets);
      }
    } catch (KafkaException e) {
      // The effects stand and are marked: whoever gets the records again skips them.
      LOG.warn("offsets not committed: {}", e.getMessage());
    }
  }

  /** Gives each new partition a committed offset, else KEDA counts records that are long gone. */
  private void settle() {
    unsettled.retainAll(consumer.assignment());
    if (unsettled.isEmpty()) {
      return;
    }
    try {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(unsettled);
      Map<TopicPartition, OffsetAndMetadata> missing = new HashMap<>();
      for (TopicPartition partition : unsettled) {
        if (committed.get(partition) == null) {
          missing.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
      }
      if (!missing.isEmpty()) {
        consumer.commitSync(missing);
      }
      unsettled.clear();
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      // Out of the group for a moment, or Kafka is away: the next idle turn tries again.
      LOG.warn("the group's offsets are not settled yet: {}", e.getMessage());
    }
  }

  private void heartbeat() {
    if (System.nanoTime() - seenNanos < HEARTBEAT.toNanos()) {
      return;
    }
    seenNanos = System.nanoTime();
    inTransaction(connection -> runs.save(connection, Counts.Tally.NONE));
  }

  private void leave() {
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } catch (KafkaException e) {
      LOG.warn("the group was not left in order: {}", e.getMessage());
    }
    handler.stop();
    // Without a connection there was nothing to write down, or nobody to write it to.
    if (session.isOpen()) {
      inTransaction(runs::stop);
    }
    session.close();
  }

  private void inTransaction(java.util.function.Consumer<Connection> work) {
    try {
      Connection connection = session.open();
      work.accept(connection);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      if (Blame.of(e) != Cause.ENVIRONMENT) {
        LOG.warn("this run cannot be written down", e);
      }
      LOG.debug("this run is not written down: {}", e.getMessage());
      session.reset();
    }
  }

  private static TopicPartition partition(Decoded item) {
    return new TopicPartition(item.kafka().topic(), item.kafka().partition());
  }

  private final class Assignment implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      unsettled.addAll(partitions);
      ready = true;
      if (rest.resting()) {
        consumer.pause(partitions);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      unsettled.removeAll(partitions);
    }
  }
}
