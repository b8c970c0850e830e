package dev.punctual.store;

import dev.punctual.contracts.event.CloudEvents.Attributes;

/**
 * An event that has been given its position and is to be published, or to be told again.
 *
 * @param seq its place in the outbox
 * @param position the growing number that travels as Kafka header and SSE event id
 * @param data the payload as JSON
 */
public record OutboxRow(
    long seq, long position, String topic, Attributes attributes, String data) {}
