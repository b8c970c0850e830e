package dev.punctual.store;

import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled. The same record of the same consumer is written once, however
 * often it is tried.
 *
 * @param consumer the consumer group
 * @param timestamp the record's own, milliseconds since 1970; tells a topic from its successor of
 *     the same name
 * @param code why, stable: {@code malformed}, an SQLSTATE, or a class name
 * @param message why, for people
 */
public record DeadLetter(
    String consumer,
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value,
    String code,
    String message) {}
