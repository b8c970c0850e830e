package dev.punctual.notification;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.Event;
import dev.punctual.contracts.event.UpdateEvent.NotificationCreated;
import dev.punctual.contracts.event.UpdateEvent.ReminderChanged;
import dev.punctual.runtime.Batch;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.Outbox.Caused;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the reminders of a batch with their tasks, has each decided, saves what came of it. */
final class ReminderDues {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderDues.class);

  private final Batch batch;
  private final Deliveries deliveries;

  ReminderDues(Batch batch, Deliveries deliveries) {
    this.batch = batch;
    this.deliveries = deliveries;
  }

  /** What is to be published of it. */
  List<Caused> handle(List<Envelope> due) {
    Connection connection = batch.connection();
    Set<Owned<ReminderId>> keys = new LinkedHashSet<>();
    for (Envelope envelope : due) {
      keys.add(key(envelope));
    }
    // Tasks before their reminders, as everyone locks them.
    Map<Owned<TaskId>, TaskRow> tasks = new HashMap<>();
    TaskRows.share(connection, taskKeys(ReminderRows.find(connection, keys)))
        .forEach(row -> tasks.put(row.key(), row));
    Map<Owned<ReminderId>, ReminderRow> reminders = new HashMap<>();
    ReminderRows.lock(connection, keys).forEach(row -> reminders.put(row.key(), row));

    ReminderDecider decider = new ReminderDecider(batch.now(), Uuid7::next);
    Map<Owned<ReminderId>, ReminderRow> changed = new LinkedHashMap<>();
    Map<Owned<ReminderId>, Envelope> causes = new HashMap<>();
    List<NotificationRow> notifications = new ArrayList<>();
    List<ReminderSteps.Row> steps = new ArrayList<>();
    for (Envelope envelope : due) {
      Owned<ReminderId> key = key(envelope);
      ReminderRow row = reminders.get(key);
      if (row == null) {
        LOG.info("reminder {} is ignored: it is gone", key.id());
        continue;
      }
      Outcome outcome = decider.decide(row, tasks.get(task(row)), (ReminderDue) envelope.data());
      steps.addAll(WakeUp.steps(row, envelope, outcome, batch.now()));
      switch (outcome) {
        case Outcome.Ignored(String why) -> LOG.info("reminder {} is ignored: {}", key.id(), why);
        case Outcome.Handled(ReminderRow handled, var notification) -> {
          reminders.put(key, handled);
          changed.put(key, handled);
          causes.put(key, envelope);
          if (notification != null) {
            notifications.add(notification);
          }
        }
      }
    }
    ReminderRows.update(connection, changed.values());
    NotificationRows.insert(connection, notifications);
    ReminderSteps.insert(connection, steps);
    new DeliveryDues(batch, deliveries).begin(notifications, tasks);
    return events(changed.values(), notifications, causes);
  }

  private static List<Caused> events(
      Iterable<ReminderRow> reminders,
      List<NotificationRow> notifications,
      Map<Owned<ReminderId>, Envelope> causes) {
    List<Caused> events = new ArrayList<>();
    for (NotificationRow row : notifications) {
      Event created = new NotificationCreated(row.user(), row.notification());
      ReminderId of = row.notification().reminderId();
      Envelope cause = of == null ? null : causes.get(new Owned<>(row.user(), of));
      events.add(new Caused(created, cause == null ? null : cause.traceparent()));
    }
    for (ReminderRow row : reminders) {
      Event changed = new ReminderChanged(row.user(), row.reminder().id(), row.reminder());
      Envelope cause = causes.get(row.key());
      events.add(new Caused(changed, cause == null ? null : cause.traceparent()));
    }
    return events;
  }

  private static Owned<ReminderId> key(Envelope envelope) {
    ReminderDue due = (ReminderDue) envelope.data();
    return new Owned<>(due.userId(), due.reminderId());
  }

  private static Owned<TaskId> task(ReminderRow row) {
    return new Owned<>(row.user(), row.reminder().taskId());
  }

  private static Set<Owned<TaskId>> taskKeys(List<ReminderRow> rows) {
    Set<Owned<TaskId>> keys = new LinkedHashSet<>();
    rows.forEach(row -> keys.add(task(row)));
    return keys;
  }
}
