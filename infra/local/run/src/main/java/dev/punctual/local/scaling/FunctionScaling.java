package dev.punctual.local.scaling;

import java.time.Duration;

/**
 * How one function follows its lag: an entry of {@code keda/values.yaml}.
 *
 * @param minReplicas processes while nothing is due
 * @param maxReplicas processes at most, inclusive
 * @param lagThreshold records of lag that one process is worth
 * @param activationLagThreshold the function is active above it, exclusive
 * @param cooldownPeriod time without activity after which it goes back to {@code minReplicas}
 */
public record FunctionScaling(
    String name,
    String topic,
    String consumerGroup,
    int minReplicas,
    int maxReplicas,
    long lagThreshold,
    long activationLagThreshold,
    Duration cooldownPeriod) {
  public FunctionScaling {
    if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("the function name '" + name + "' is not [a-z0-9-]");
    }
    if (topic.isBlank() || consumerGroup.isBlank()) {
      throw new IllegalArgumentException(name + ": topic and consumerGroup must not be empty");
    }
    if (minReplicas < 0 || maxReplicas < 1 || minReplicas > maxReplicas) {
      throw new IllegalArgumentException(name + ": 0 <= minReplicas <= maxReplicas, at least 1");
    }
    if (lagThreshold < 1 || activationLagThreshold < 0) {
      throw new IllegalArgumentException(
          name + ": lagThreshold is at least 1, activationLagThreshold at least 0");
    }
    if (cooldownPeriod.isNegative()) {
      throw new IllegalArgumentException(name + ": cooldownPeriod is negative");
    }
  }

  public FunctionScaling withCooldownPeriod(Duration period) {
    return new FunctionScaling(
        name,
        topic,
        consumerGroup,
        minReplicas,
        maxReplicas,
        lagThreshold,
        activationLagThreshold,
        period);
  }
}
