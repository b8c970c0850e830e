package dev.punctual.notification.send;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a channel said to one try. */
public sealed interface Reply {

  /** It has the delivery. */
  record Taken() implements Reply {}

  /**
   * It could not take it; later it may.
   *
   * @param pause what it asks us to wait at least; null: nothing
   */
  record NotNow(String why, @Nullable Duration pause) implements Reply {}

  /** It will never take this one. */
  record Never(String why) implements Reply {}

  /** It has ended: nothing is to be sent there any more. */
  record Gone(String why) implements Reply {}

  /** It was not asked, or we left before it could answer: its turn comes again. */
  record Untried() implements Reply {}
}
