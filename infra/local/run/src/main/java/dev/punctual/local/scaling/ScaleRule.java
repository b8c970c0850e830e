package dev.punctual.local.scaling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Decides how many processes a function should have. 0 → 1 comes at once when there is work, 1 → N
 * at the next look, and never down to anything between: the group would rebalance while it works
 * (KEDA's HPA holds it up the same way, for 5 minutes by default).
 */
final class ScaleRule {
  /** A process that lived this long was healthy: its end is the first in a new row of ends. */
  static final Duration HEALTHY = Duration.ofSeconds(10);

  static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /**
   * @param replicas processes that there should be
   * @param lastActive when there was work last
   * @param deaths how many processes in a row ended by themselves soon after their start
   * @param notBefore no process is started before
   */
  record State(int replicas, Instant lastActive, int deaths, Instant notBefore) {
    static final State ZERO = new State(0, Instant.EPOCH, 0, Instant.EPOCH);
  }

  private final FunctionScaling scaling;

  ScaleRule(FunctionScaling scaling) {
    this.scaling = scaling;
  }

  /** The next state; an unknown lag (Kafka is away, the topic is missing) changes nothing. */
  State decide(State state, @Nullable Lag lag, Instant now) {
    if (lag == null) {
      return state;
    }
    if (lag.records() > scaling.activationLagThreshold()) {
      int replicas =
          state.replicas() == 0
              ? Math.max(1, scaling.minReplicas())
              : Math.max(state.replicas(), wanted(lag));
      return new State(replicas, now, state.deaths(), state.notBefore());
    }
    boolean cool = !now.isBefore(state.lastActive().plus(scaling.cooldownPeriod()));
    int replicas = cool ? scaling.minReplicas() : state.replicas();
    return replicas == 0
        ? new State(0, state.lastActive(), 0, Instant.EPOCH)
        : new State(replicas, state.lastActive(), state.deaths(), state.notBefore());
  }

  /** How many processes to start now beside those that run. */
  int starts(State state, int running, @Nullable Lag lag, Instant now) {
    boolean needed = lag != null && (lag.records() > 0 || running < scaling.minReplicas());
    return needed && !now.isBefore(state.notBefore()) ? Math.max(0, state.replicas() - running) : 0;
  }

  /** After a process ended by itself: the first is replaced at once, then 1, 2, 4 … 30 s later. */
  State died(State state, Duration lived, Instant now) {
    int deaths = lived.compareTo(HEALTHY) < 0 ? state.deaths() + 1 : 1;
    Duration pause =
        deaths == 1
            ? Duration.ZERO
            : Duration.ofSeconds(
                Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(deaths - 2, 10)));
    return new State(state.replicas(), state.lastActive(), deaths, now.plus(pause));
  }

  private int wanted(Lag lag) {
    long byLag = Math.ceilDiv(lag.records(), scaling.lagThreshold());
    return (int) Math.min(byLag, Math.min(scaling.maxReplicas(), Math.max(1, lag.partitions())));
  }
}
