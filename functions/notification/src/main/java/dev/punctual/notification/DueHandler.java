package dev.punctual.notification;

import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.runtime.Batch;
import dev.punctual.runtime.Handler;
import dev.punctual.store.Outbox;
import dev.punctual.store.Outbox.Caused;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a batch apart: reminders, and deliveries whose next try is due. */
@Singleton
final class DueHandler implements Handler {
  private final Deliveries deliveries;

  DueHandler(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public ConsumerGroup group() {
    return ConsumerGroup.NOTIFICATION_DUE;
  }

  @Override
  public Set<EventType> types() {
    return Set.of(EventType.REMINDER_DUE, EventType.DELIVERY_DUE);
  }

  @Override
  public void handle(Batch batch) {
    List<Envelope> reminders = new ArrayList<>();
    List<Envelope> tries = new ArrayList<>();
    for (Envelope event : batch.events()) {
      (event.data() instanceof ReminderDue ? reminders : tries).add(event);
    }
    List<Caused> events = new ArrayList<>();
    if (!reminders.isEmpty()) {
      events.addAll(new ReminderDues(batch, deliveries).handle(reminders));
    }
    if (!tries.isEmpty()) {
      new DeliveryDues(batch, deliveries)
          .handle(tries)
          .forEach(event -> events.add(new Caused(event, null)));
    }
    Outbox.append(batch.connection(), batch.source(), batch.now(), events);
  }

  @Override
  public void stop() {
    deliveries.stop();
  }
}
