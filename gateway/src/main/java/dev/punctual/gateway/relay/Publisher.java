package dev.punctual.gateway.relay;

import dev.punctual.store.OutboxRow;
import java.util.List;

/**
 * The port through which events leave (DESIGN §6). There is one publisher on a topic, never two.
 */
interface Publisher {
  /** The header of a record that carries its position, in decimal digits. */
  String POSITION_HEADER = "position";

  /**
   * Publishes events and waits until the broker has all of them, in order for each key.
   *
   * @throws PublishingFailed some may have been published, of each key the first ones; of the rest
   *     nothing is sent any more. What was on its way may still arrive, as a repeat of what is then
   *     published again
   */
  void publish(List<OutboxRow> rows) throws PublishingFailed;

  /**
   * How many events of one topic and key it takes in one call, since they follow one another; what
   * is of other keys comes first then.
   */
  int mostOfOneKey();

  /** Releases what it holds; the next {@link #publish} takes it again. */
  void release();

  /** Kafka, or what stands before it, did not take the events. */
  final class PublishingFailed extends Exception {
    PublishingFailed(Throwable cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}
