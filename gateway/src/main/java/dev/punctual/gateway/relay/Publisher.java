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
   * Publishes a portion and waits until the broker has all of it, in order for each key.
   *
   * @throws PublishingFailed some may have been published, of each key the first ones; of the rest
   *     nothing is sent any more. What was on its way may still arrive, as a repeat of what is then
   *     published again
   */
  void publish(List<OutboxRow> rows) throws PublishingFailed;

  /**
   * How many events of one topic and key are given to it at once, since they follow one another;
   * what is of other keys comes first then.
   */
  int mostOfOneKey();

  /** Cuts rows into what one {@link #publish} takes, to be published in this order. */
  List<List<OutboxRow>> portions(List<OutboxRow> rows);

  /** Releases what it holds; the next {@link #publish} takes it again. */
  void release();

  /** Kafka, or what stands before it, did not take the events. */
  final class PublishingFailed extends Exception {
    PublishingFailed(Throwable cause) {
      super(String.valueOf(cause.getMessage()), cause);
    }
  }
}
