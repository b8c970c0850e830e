package dev.punctual.notification.send;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.store.Owned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Parcels side by side, but those of one channel one after another, each after the last has been
 * answered: a channel that hangs keeps one thread and no other channel.
 */
final class Lanes {
  /** Threads of the platform: a name that does not resolve would keep a virtual one's carrier. */
  private static final int MAX_THREADS = 64;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          MAX_THREADS,
          MAX_THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          daemons("send"));
  private final Map<Owned<ChannelId>, Deque<Parcel>> waiting = new HashMap<>();
  private final Work work;

  /** What is done with a parcel. */
  interface Work {
    /** Whether the channel's next parcel may be tried at once. */
    boolean carry(Parcel parcel);

    /** A parcel whose turn will not come. */
    void leave(Parcel parcel);
  }

  Lanes(Work work) {
    this.work = work;
    threads.allowCoreThreadTimeOut(true);
  }

  static ThreadFactory daemons(String name) {
    return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
  }

  synchronized void add(Parcel parcel) {
    Owned<ChannelId> channel = parcel.channel().key();
    Deque<Parcel> lane = waiting.get(channel);
    if (lane == null) {
      waiting.put(channel, new ArrayDeque<>());
      threads.execute(() -> carry(parcel));
    } else {
      lane.add(parcel);
    }
  }

  /** Begins nothing more; what is being sent has this long to be answered. */
  void stop(long millis) {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
        threads.shutdownNow().clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void carry(Parcel parcel) {
    boolean goOn = false;
    try {
      goOn = work.carry(parcel);
    } finally {
      next(parcel.channel().key(), goOn);
    }
  }

  private void next(Owned<ChannelId> channel, boolean goOn) {
    List<Parcel> left = new ArrayList<>();
    synchronized (this) {
      Deque<Parcel> lane = waiting.getOrDefault(channel, new ArrayDeque<>());
      Parcel next = goOn && !threads.isShutdown() ? lane.poll() : null;
      if (next == null) {
        left.addAll(lane);
        waiting.remove(channel);
      } else {
        threads.execute(() -> carry(next));
      }
    }
    left.forEach(work::leave);
  }
}
