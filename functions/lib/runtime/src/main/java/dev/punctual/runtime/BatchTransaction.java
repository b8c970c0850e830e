package dev.punctual.runtime;

import dev.punctual.contracts.event.Envelope;
import dev.punctual.runtime.Counts.Tally;
import dev.punctual.runtime.Decoded.Broken;
import dev.punctual.runtime.Decoded.Foreign;
import dev.punctual.runtime.Decoded.Ours;
import dev.punctual.runtime.trace.BatchSpans;
import dev.punctual.runtime.trace.Spans;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.DatabaseFault.Cause;
import dev.punctual.store.DeadLetter;
import dev.punctual.store.DeadLetters;
import dev.punctual.store.Outbox;
import dev.punctual.store.ProcessedEvents;
import dev.punctual.store.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records to committed effects: all of them in one transaction, with their marks, runs and dead
 * letters.
 */
final class BatchTransaction {
  private static final Logger LOG = LoggerFactory.getLogger(BatchTransaction.class);
  private static final int MAX_TRIES = 3;
  private static final int MAX_UNEXPECTED_IN_A_ROW = 20;

  private final Handler handler;
  private final DatabaseSession session;
  private final TimeSource time;
  private final RunLog runs;
  private final BatchSpans spans;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private int unexpectedInARow;

  BatchTransaction(
      Handler handler, DatabaseSession session, TimeSource time, RunLog runs, Spans spans) {
    this.handler = handler;
    this.session = session;
    this.time = time;
    this.runs = runs;
    this.spans = new BatchSpans(spans, handler.group().topic().wireName());
  }

  /**
   * Handles records together.
   *
   * @throws RuntimeException nothing has been written; {@link Blame} tells whose fault it is
   */
  void together(List<Decoded> records) {
    Connection connection = session.open();
    begin();
    commit(connection, apply(connection, records));
    unexpectedInARow = 0;
  }

  /**
   * Handles records one after another, each behind a savepoint; one that fails by its own fault
   * becomes a dead letter.
   *
   * @return how many records are done: all, or fewer when {@link #MAX_UNEXPECTED_IN_A_ROW} failed
   *     in a row for reasons that nobody foresaw and the process had better stop
   * @throws RuntimeException by a fault of the environment; nothing has been written
   */
  int alone(List<Decoded> records) {
    Connection connection = session.open();
    begin();
    Alone alone = new Alone(connection, unexpectedInARow);
    int done = 0;
    while (done < records.size() && alone.unexpected < MAX_UNEXPECTED_IN_A_ROW) {
      alone.handle(records.get(done));
      done++;
    }
    commit(connection, alone.sum);
    // Counted once it stands: what is rolled back will be tried again and must not count twice.
    unexpectedInARow = alone.unexpected;
    return done;
  }

  /** Whether so many different records failed in a row that the fault must be our own. */
  boolean hopeless() {
    return unexpectedInARow >= MAX_UNEXPECTED_IN_A_ROW;
  }

  private Tally apply(Connection connection, List<Decoded> records) {
    Map<UUID, Envelope> events = new LinkedHashMap<>();
    List<DeadLetter> broken = new ArrayList<>();
    int ours = 0;
    int foreign = 0;
    for (Decoded item : records) {
      switch (item) {
        case Ours(var kafka, Envelope event) -> {
          ours++;
          events.putIfAbsent(event.id(), event);
        }
        case Foreign(var kafka) -> foreign++;
        case Broken(var kafka, String reason) -> {
          LOG.error(
              "dead letter: {}-{} at offset {}: {}",
              kafka.topic(),
              kafka.partition(),
              kafka.offset(),
              reason);
          broken.add(item.deadLetter(handler.group().wireName(), "malformed", reason));
        }
      }
    }
    int handled = handle(connection, events);
    DeadLetters.insert(connection, broken);
    return new Tally(handled, ours - handled, foreign, broken.size());
  }

  private int handle(Connection connection, Map<UUID, Envelope> events) {
    if (events.isEmpty()) {
      return 0;
    }
    Set<UUID> fresh =
        ProcessedEvents.claim(connection, handler.group().wireName(), events.keySet());
    if (!fresh.isEmpty()) {
      handler.handle(
          new Batch(
              connection,
              time.now(connection),
              "/punctual/" + runs.function(),
              events.values().stream()
                  .filter(event -> fresh.contains(event.id()))
                  .map(spans::begin)
                  .collect(Collectors.toUnmodifiableList()),
              afterCommit::add));
      Outbox.announce(connection);
    }
    return fresh.size();
  }

  private void begin() {
    afterCommit.clear();
    spans.clear();
  }

  private void commit(Connection connection, Tally tally) {
    runs.save(connection, tally);
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
    runs.count(tally);
    spans.committed();
    // What is not begun now is begun by whatever timer stands for it.
    for (Runnable follows : afterCommit) {
      try {
        follows.run();
      } catch (RuntimeException e) {
        LOG.error("what follows a batch did not begin", e);
      }
    }
    afterCommit.clear();
  }

  private static Savepoint savepoint(Connection connection) {
    try {
      return connection.setSavepoint();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static void release(Connection connection, Savepoint savepoint) {
    try {
      connection.releaseSavepoint(savepoint);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static void rollback(Connection connection, Savepoint savepoint) {
    try {
      connection.rollback(savepoint);
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** Records one after another, in one transaction. */
  private final class Alone {
    private final Connection connection;
    private Tally sum = Tally.NONE;
    private int unexpected;

    Alone(Connection connection, int unexpected) {
      this.connection = connection;
      this.unexpected = unexpected;
    }

    void handle(Decoded item) {
      for (int tries = 1; ; tries++) {
        Savepoint savepoint = savepoint(connection);
        int before = afterCommit.size();
        try {
          sum = sum.plus(apply(connection, List.of(item)));
          release(connection, savepoint);
          unexpected = 0;
          return;
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
          Cause cause = Blame.of(failure);
          if (cause == Cause.ENVIRONMENT) {
            throw failure;
          }
          rollback(connection, savepoint);
          afterCommit.subList(before, afterCommit.size()).clear();
          if (cause == Cause.RECORD || tries == MAX_TRIES) {
            unexpected = cause == Cause.UNEXPECTED ? unexpected + 1 : 0;
            setAside(item, failure);
            return;
          }
        }
      }
    }

    private void setAside(Decoded item, Throwable failure) {
      if (item instanceof Ours(var kafka, Envelope event)) {
        spans.failed(event.id());
      }
      LOG.error(
          "dead letter: {}-{} at offset {}",
          item.kafka().topic(),
          item.kafka().partition(),
          item.kafka().offset(),
          failure);
      DeadLetters.insert(
          connection,
          List.of(
              item.deadLetter(
                  handler.group().wireName(), Blame.code(failure), String.valueOf(failure))));
      sum = sum.plus(new Tally(0, 0, 0, 1));
    }
  }
}
