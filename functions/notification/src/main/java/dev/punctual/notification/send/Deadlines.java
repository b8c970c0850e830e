package dev.punctual.notification.send;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The deadlines of all tries that are going on, held by one thread. */
final class Deadlines {
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, Lanes.daemons("send-deadline"));
  private final Map<Deadline, Future<?>> running = new ConcurrentHashMap<>();

  Deadlines() {
    watch.setRemoveOnCancelPolicy(true);
  }

  /** Begins a try, which is to be closed. */
  Deadline begin(Duration longest) {
    Deadline deadline = new Deadline(this, longest);
    running.put(
        deadline,
        watch.schedule(
            () -> deadline.end(Deadline.End.TIME), longest.toMillis(), TimeUnit.MILLISECONDS));
    return deadline;
  }

  /** Ends all tries at once. */
  void stop() {
    running.keySet().forEach(deadline -> deadline.end(Deadline.End.STOP));
  }

  void forget(Deadline deadline) {
    Future<?> end = running.remove(deadline);
    if (end != null) {
      end.cancel(false);
    }
  }
}
