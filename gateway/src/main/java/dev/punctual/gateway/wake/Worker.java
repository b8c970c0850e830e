package dev.punctual.gateway.wake;

import dev.punctual.store.DatabaseFault;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes turn after turn until it is stopped; after a turn that fails it rests. */
public final class Worker {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String name;
  private final Turn turn;
  private final Thread thread;
  private volatile boolean stopping;

  public Worker(String name, Turn turn) {
    this.name = name;
    this.turn = turn;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /** What is done again and again; it waits within the turn for its next reason. */
  @FunctionalInterface
  public interface Turn {
    void take() throws InterruptedException;
  }

  public void start() {
    thread.start();
  }

  /**
   * Lets the turn at hand end, and waits for that a while.
   *
   * @param bell what the turn may be waiting for
   */
  public void stop(Bell bell) {
    stopping = true;
    bell.ring();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        turn.take();
      } catch (DatabaseFault e) {
        LOG.warn("the {} waits for the database: {}", name, e.getMessage());
        rest();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("the {} goes on after what nobody foresaw", name, e);
        rest();
      }
    }
  }

  private void rest() {
    try {
      Thread.sleep(REST);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
