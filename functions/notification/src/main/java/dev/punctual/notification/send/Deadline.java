package dev.punctual.notification.send;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when one try may last, all that it waits for included. What it has open is closed then,
 * which ends whatever reads from it or writes to it.
 */
final class Deadline implements AutoCloseable {
  private final Deadlines all;
  private final long endNanos;
  private @Nullable Closeable open;
  private End end = End.NOT_YET;

  /** Why nothing more is waited for. */
  enum End {
    NOT_YET,
    /** Its time is over. */
    TIME,
    /** The process ends. */
    STOP
  }

  Deadline(Deadlines all, Duration longest) {
    this.all = all;
    this.endNanos = System.nanoTime() + longest.toNanos();
  }

  /** Why it came to its end. */
  synchronized End end() {
    return end;
  }

  /**
   * How long there is left to wait, at least 1.
   *
   * @throws IOException when nothing is left
   */
  int millisLeft() throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(endNanos - System.nanoTime());
    if (end() != End.NOT_YET || left <= 0) {
      end(End.TIME);
      throw new IOException("the time is over");
    }
    return Math.toIntExact(left);
  }

  /**
   * Has it closed at the end.
   *
   * @throws IOException when that has come
   */
  void guard(Closeable connection) throws IOException {
    int unused = millisLeft();
    synchronized (this) {
      open = connection;
    }
    // The end may have come in between, and found nothing to close.
    unused = millisLeft();
  }

  /** Ends it, for the first reason that is given. */
  void end(End why) {
    Closeable connection;
    synchronized (this) {
      if (end == End.NOT_YET) {
        end = why;
      }
      connection = open;
    }
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException e) {
        // Whoever uses it is told.
      }
    }
  }

  /** The try is over, in time or not. */
  @Override
  public void close() {
    all.forget(this);
  }
}
