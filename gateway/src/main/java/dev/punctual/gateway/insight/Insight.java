package dev.punctual.gateway.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the machinery is doing.
 *
 * @param functions one for each consumer group, also when it never ran
 */
record Insight(List<FunctionState> functions, Backlog outbox) {
  Insight {
    functions = List.copyOf(functions);
  }

  /**
   * A function.
   *
   * @param running how many processes run now
   * @param lag how many records wait for it; null: Kafka does not answer
   * @param coldStart ISO 8601: from the start of the latest process that handled something to its
   *     first commit
   * @param handled records, in all
   * @param deadLetters records that could not be handled, in all
   */
  record FunctionState(
      String name,
      int running,
      @Nullable Long lag,
      @Nullable Instant lastStartedAt,
      @Nullable Instant lastStoppedAt,
      @Nullable String coldStart,
      long handled,
      long deadLetters) {}

  /**
   * Events that are saved and not published yet.
   *
   * @param oldestSeconds the age of the oldest, in seconds; 0 when there is none
   */
  record Backlog(long waiting, long oldestSeconds) {}
}
