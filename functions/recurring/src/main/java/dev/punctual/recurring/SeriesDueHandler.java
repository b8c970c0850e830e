package dev.punctual.recurring;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.RecurringDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.runtime.Batch;
import dev.punctual.runtime.Handler;
import dev.punctual.store.Owned;
import dev.punctual.store.SeriesRow;
import dev.punctual.store.SeriesRows;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TaskRows.Made;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the series of a batch, has each decided, saves what came of it. */
@Singleton
final class SeriesDueHandler implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(SeriesDueHandler.class);

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
    Set<Owned<SeriesId>> keys = new LinkedHashSet<>();
    for (Envelope envelope : batch.events()) {
      keys.add(key(envelope));
    }
    Map<Owned<SeriesId>, SeriesRow> series = new HashMap<>();
    SeriesRows.lock(batch.connection(), keys).forEach(row -> series.put(row.key(), row));
    Map<Owned<SeriesId>, Made> made = TaskRows.occurrences(batch.connection(), series.keySet());
    SeriesDecider decider = new SeriesDecider(batch.now(), Uuid7::next);
    Effects effects = new Effects();
    for (Envelope envelope : batch.events()) {
      Owned<SeriesId> key = key(envelope);
      SeriesRow row = series.get(key);
      if (row == null) {
        LOG.info("series {} is ignored: it is gone", key.id());
        continue;
      }
      Made before = made.getOrDefault(key, Made.NONE);
      switch (decider.decide(row, before, (RecurringDue) envelope.data())) {
        case Advance.Ignored(String why) -> LOG.info("series {} is ignored: {}", key.id(), why);
        case Advance.Moved moved -> {
          series.put(key, moved.series());
          made.put(key, moved.made());
          effects.add(moved, envelope.traceparent());
        }
      }
    }
    effects.save(batch);
  }

  private static Owned<SeriesId> key(Envelope envelope) {
    RecurringDue due = (RecurringDue) envelope.data();
    return new Owned<>(due.userId(), due.seriesId());
  }
}
