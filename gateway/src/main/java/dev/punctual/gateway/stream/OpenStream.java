package dev.punctual.gateway.stream;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.OutboxRow;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import reactor.core.publisher.FluxSink;

/**
 * One open stream. While what it missed is read from the outbox, what arrives from Kafka waits; a
 * position that is not above the last one told is dropped, so that each event is told once and in
 * order.
 */
final class OpenStream {
  /** A reader who is this far behind is disconnected, and replays when it comes back. */
  private static final int MAX_BEHIND = 1_000;

  private final UserId user;
  private final Id access;
  private final FluxSink<Event<String>> sink;
  private final Queue<Update> waiting = new ArrayDeque<>();
  private long begun;
  private long last;
  private int behind;
  private boolean replaying = true;
  private boolean closed;

  /**
   * @param access the session or token that it was opened by
   */
  OpenStream(UserId user, Id access, FluxSink<Event<String>> sink) {
    this.user = user;
    this.access = access;
    this.sink = sink;
    FluxSink<Event<String>> unused = sink.onRequest(more -> demanded());
  }

  UserId user() {
    return user;
  }

  Id access() {
    return access;
  }

  /** The position that it began after. */
  synchronized long begun() {
    return begun;
  }

  synchronized long last() {
    return last;
  }

  synchronized void arrived(Update update) {
    if (!replaying) {
      tell(update);
    } else if (waiting.size() < MAX_BEHIND) {
      waiting.add(update);
    } else {
      close();
    }
  }

  /** Begins after a position, which the reader has from now on, whatever happens to the stream. */
  synchronized void hello(long position) {
    begun = position;
    last = position;
    next(Event.of("{}").id(Long.toString(position)).name("hello"));
  }

  /** Tells that what happened before cannot be told any more: the reader has to read anew. */
  synchronized void gap() {
    next(Event.of("{}").name("gap"));
  }

  /**
   * Waits until the reader has taken what it was told.
   *
   * @return false: it did not within that time, or has gone
   */
  synchronized boolean awaitDemand(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!closed && sink.requestedFromDownstream() == 0 && System.nanoTime() < end) {
      wait(1_000);
    }
    return !closed && sink.requestedFromDownstream() > 0;
  }

  /** Tells a page of what was missed. */
  synchronized void replay(List<OutboxRow> rows) {
    for (OutboxRow row : rows) {
      last = row.position();
      next(event(new Update(row.position(), row.attributes().type(), row.data())));
    }
  }

  /** What was missed has been told: now what arrived meanwhile, then live. */
  synchronized void goLive() {
    replaying = false;
    waiting.forEach(this::tell);
    waiting.clear();
  }

  /** Keeps proxies from closing a quiet stream. */
  synchronized void heartbeat() {
    if (!replaying) {
      next(Event.of("{}").name("heartbeat"));
    }
  }

  /** The reader has gone. */
  synchronized void abandoned() {
    closed = true;
    waiting.clear();
    notifyAll();
  }

  synchronized void close() {
    abandoned();
    sink.complete();
  }

  private synchronized void demanded() {
    behind = 0;
    notifyAll();
  }

  private void tell(Update update) {
    if (update.position() <= last) {
      return;
    }
    behind = sink.requestedFromDownstream() == 0 ? behind + 1 : 0;
    if (behind > MAX_BEHIND) {
      close();
      return;
    }
    last = update.position();
    next(event(update));
  }

  private void next(Event<String> event) {
    if (!closed) {
      FluxSink<Event<String>> unused = sink.next(event);
    }
  }

  private static Event<String> event(Update update) {
    return Event.of(update.data()).id(Long.toString(update.position())).name(update.type());
  }
}
