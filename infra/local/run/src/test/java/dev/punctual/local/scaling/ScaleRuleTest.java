package dev.punctual.local.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.scaling.ScaleRule.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleRuleTest {
  private static final Instant NOW = Instant.parse("2026-03-06T14:00:00Z");
  private static final FunctionScaling SCALING =
      new FunctionScaling(
          "recurring", "recurring-due", "recurring-due-v1", 0, 3, 500, 0, Duration.ofSeconds(30));

  private final ScaleRule rule = new ScaleRule(SCALING);

  @Test
  void oneRecordWakesOneProcess() {
    assertThat(rule.decide(State.ZERO, new Lag(1, 3), NOW).replicas()).isEqualTo(1);
  }

  @Test
  void aBacklogWakesOneProcessFirstAndTheRestAtTheNextLook() {
    State first = rule.decide(State.ZERO, new Lag(10_000, 3), NOW);
    assertThat(first.replicas()).isEqualTo(1);
    assertThat(rule.decide(first, new Lag(10_000, 3), NOW.plusMillis(250)).replicas()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 1",
    "500, 3, 1",
    "501, 3, 2",
    "1000, 3, 2",
    "1001, 3, 3",
    "90000, 3, 3",
    "90000, 2, 2",
    "90000, 8, 3"
  })
  void processesFollowTheLagUpToMaxReplicasAndPartitions(long lag, int partitions, int expected) {
    assertThat(rule.decide(running(1, NOW), new Lag(lag, partitions), NOW).replicas())
        .isEqualTo(expected);
  }

  @Test
  void lessLagTakesNoProcessAwayWhileThereIsWork() {
    assertThat(rule.decide(running(3, NOW), new Lag(1, 3), NOW).replicas()).isEqualTo(3);
  }

  @Test
  void zeroComesAfterTheCooldownWithoutWork() {
    State state = running(3, NOW);
    Lag none = new Lag(0, 3);
    assertThat(rule.decide(state, none, NOW.plusMillis(29_999)).replicas()).isEqualTo(3);
    assertThat(rule.decide(state, none, NOW.plusSeconds(30)).replicas()).isZero();
  }

  @Test
  void workDuringTheCooldownStartsItAnew() {
    State state = rule.decide(running(1, NOW), new Lag(1, 3), NOW.plusSeconds(29));
    assertThat(rule.decide(state, new Lag(0, 3), NOW.plusSeconds(58)).replicas()).isEqualTo(1);
    assertThat(rule.decide(state, new Lag(0, 3), NOW.plusSeconds(59)).replicas()).isZero();
  }

  @Test
  void anUnknownLagChangesNothing() {
    assertThat(rule.decide(running(2, NOW), null, NOW.plusSeconds(3600)).replicas()).isEqualTo(2);
    assertThat(rule.decide(State.ZERO, null, NOW).replicas()).isZero();
  }

  @Test
  void lagUpToTheActivationThresholdSleepsOn() {
    ScaleRule later =
        new ScaleRule(new FunctionScaling("f", "t", "g", 0, 3, 500, 10, Duration.ofSeconds(30)));
    assertThat(later.decide(State.ZERO, new Lag(10, 3), NOW).replicas()).isZero();
    assertThat(later.decide(State.ZERO, new Lag(11, 3), NOW).replicas()).isEqualTo(1);
  }

  @Test
  void minReplicasStayWithoutLag() {
    ScaleRule warm =
        new ScaleRule(new FunctionScaling("f", "t", "g", 1, 3, 500, 0, Duration.ofSeconds(30)));
    State state = warm.decide(State.ZERO, new Lag(0, 3), NOW);
    assertThat(state.replicas()).isEqualTo(1);
    assertThat(warm.starts(state, 0, new Lag(0, 3), NOW)).isEqualTo(1);
  }

  @Test
  void aDeadProcessIsReplacedAtOnceThenWithGrowingPauses() {
    State state = running(1, NOW);
    Lag lag = new Lag(5, 3);
    Duration short1 = Duration.ofSeconds(1);
    long[] pauses = {0, 1, 2, 4, 8, 16, 30, 30};
    for (long pause : pauses) {
      state = rule.died(state, short1, NOW);
      assertThat(state.notBefore()).isEqualTo(NOW.plusSeconds(pause));
    }
    assertThat(rule.starts(state, 0, lag, NOW.plusSeconds(29))).isZero();
    assertThat(rule.starts(state, 0, lag, NOW.plusSeconds(30))).isEqualTo(1);
    assertThat(rule.died(state, ScaleRule.HEALTHY, NOW).notBefore()).isEqualTo(NOW);
  }

  @Test
  void aDeadProcessIsNotReplacedWithoutLag() {
    State state = rule.died(running(1, NOW), Duration.ofHours(1), NOW);
    assertThat(rule.starts(state, 0, new Lag(0, 3), NOW)).isZero();
    assertThat(rule.starts(state, 0, null, NOW)).isZero();
    assertThat(rule.starts(state, 0, new Lag(1, 3), NOW)).isEqualTo(1);
  }

  @Test
  void zeroForgetsThePausesOfWhatDied() {
    State state = running(1, NOW);
    for (int i = 0; i < 8; i++) {
      state = rule.died(state, Duration.ZERO, NOW);
    }
    assertThat(rule.decide(state, new Lag(0, 3), NOW.plusSeconds(30)))
        .satisfies(
            zero -> {
              assertThat(zero.replicas()).isZero();
              assertThat(zero.deaths()).isZero();
            });
  }

  private static State running(int replicas, Instant lastActive) {
    return new State(replicas, lastActive, 0, Instant.EPOCH);
  }
}
