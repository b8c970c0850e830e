package dev.punctual.notification.send;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parcels side by side, but those of one channel one after another, each after the last has been
 * answered, and of one person a few at once: channels that hang keep some of their person's own
 * turns, and nobody else's.
 */
final class Lanes {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final int size;
  private final ThreadPoolExecutor threads;
  private final Turns turns;
  private final Work work;
  private int workers;
  private boolean stopping;

  /** What is done with a parcel. */
  interface Work {
    /** Whether the channel's next parcel may be tried at once. */
    boolean carry(Parcel parcel);

    /** A parcel whose turn will not come. */
    void leave(Parcel parcel);
  }

  /**
   * @param size threads, of the platform: what they wait for would keep a virtual one's carrier
   */
  Lanes(String name, int size, Turns.Limits limits, Work work) {
    this.size = size;
    this.turns = new Turns(limits);
    this.work = work;
    this.threads =
        new ThreadPoolExecutor(
            size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
    threads.allowCoreThreadTimeOut(true);
  }

  static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
  }

  /** Has it carried when its turn comes, or left at once when too much waits already. */
  void add(Parcel parcel) {
    if (!accept(parcel)) {
      work.leave(parcel);
    }
  }

  /** Begins nothing more. What waits keeps its lease, whose timer brings it to somebody else. */
  synchronized void stop() {
    stopping = true;
    threads.shutdown();
  }

  /** Whether what was under way at {@link #stop} is over within this time. */
  boolean awaitEnd(long nanos) throws InterruptedException {
    return threads.awaitTermination(nanos, TimeUnit.NANOSECONDS);
  }

  private synchronized boolean accept(Parcel parcel) {
    if (stopping) {
      return true;
    }
    boolean room = turns.add(parcel);
    if (room && workers < size) {
      workers++;
      threads.execute(this::work);
    }
    return room;
  }

  private void work() {
    for (Parcel parcel = next(); parcel != null; parcel = next()) {
      boolean goOn = false;
      try {
        goOn = work.carry(parcel);
      } catch (RuntimeException e) {
        LOG.error("{} is left to its lease", parcel.channel(), e);
      }
      done(parcel, goOn).forEach(work::leave);
    }
  }

  private synchronized @Nullable Parcel next() {
    Parcel next = stopping ? null : turns.next();
    if (next == null) {
      workers--;
    }
    return next;
  }

  private synchronized List<Parcel> done(Parcel parcel, boolean goOn) {
    return turns.done(parcel, goOn);
  }
}
