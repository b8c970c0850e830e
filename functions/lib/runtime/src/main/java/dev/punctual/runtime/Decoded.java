package dev.punctual.runtime;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.contracts.event.EventType;
import dev.punctual.store.DeadLetter;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record turned out to be. */
sealed interface Decoded {
  ConsumerRecord<byte[], byte[]> kafka();

  /** An event to be handled. */
  record Ours(ConsumerRecord<byte[], byte[]> kafka, Envelope event) implements Decoded {}

  /** An event of a type that nobody here handles. */
  record Foreign(ConsumerRecord<byte[], byte[]> kafka) implements Decoded {}

  /** No event. */
  record Broken(ConsumerRecord<byte[], byte[]> kafka, String reason) implements Decoded {}

  static Decoded of(ConsumerRecord<byte[], byte[]> kafka, Set<EventType> types) {
    return switch (CloudEvents.decode(kafka.value())) {
      case CloudEvents.Known(Envelope event) ->
          types.contains(event.type()) ? new Ours(kafka, event) : new Foreign(kafka);
      case CloudEvents.Unknown unknown -> new Foreign(kafka);
      case CloudEvents.Malformed(String reason) -> new Broken(kafka, reason);
    };
  }

  /** This record as a dead letter. */
  default DeadLetter deadLetter(String consumer, String code, String message) {
    return new DeadLetter(
        consumer,
        kafka().topic(),
        kafka().partition(),
        kafka().offset(),
        kafka().timestamp(),
        kafka().key(),
        kafka().value(),
        code,
        message);
  }
}
