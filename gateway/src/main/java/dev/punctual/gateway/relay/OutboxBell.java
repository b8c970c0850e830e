package dev.punctual.gateway.relay;

/** Tells the relay that there is something new to publish, so that it need not wait for a poll. */
public interface OutboxBell {
  /** Returns at once; ringing once too often does no harm. */
  void ring();
}
