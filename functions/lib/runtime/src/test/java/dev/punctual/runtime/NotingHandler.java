package dev.punctual.runtime;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.event.DueEvent;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.store.Sql;
import dev.punctual.store.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Notes each event in a table, and does to it what the test says. */
final class NotingHandler implements Handler {
  private final Consumer<Envelope> also;
  final AtomicInteger calls = new AtomicInteger();

  NotingHandler(TestDatabase database, Consumer<Envelope> also) {
    this.also = also;
    database
        .owned()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "CREATE TABLE IF NOT EXISTS noted (seq bigint GENERATED ALWAYS AS IDENTITY,"
                        + " subject uuid NOT NULL, revision int NOT NULL CHECK (revision <> 13))"));
  }

  @Override
  public ConsumerGroup group() {
    return ConsumerGroup.RECURRING_DUE;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.RECURRING_DUE);
  }

  @Override
  public void handle(Batch batch) {
    calls.incrementAndGet();
    Sql.batch(
        batch.connection(),
        "INSERT INTO noted (subject, revision) VALUES (?, ?)",
        batch.events().stream()
            .map(event -> (DueEvent) event.data())
            .map(due -> List.of(due.subject(), due.revision()))
            .toList());
    batch.events().forEach(also);
  }
}
