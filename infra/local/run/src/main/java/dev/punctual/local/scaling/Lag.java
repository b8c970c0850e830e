package dev.punctual.local.scaling;

/**
 * What a consumer group has still to read of its topic.
 *
 * @param records over all partitions, as KEDA counts with {@code offsetResetPolicy: earliest}: a
 *     partition without a committed offset counts from offset 0
 * @param partitions of the topic; more processes than these would idle
 */
public record Lag(long records, int partitions) {}
