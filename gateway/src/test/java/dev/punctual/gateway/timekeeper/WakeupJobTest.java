package dev.punctual.gateway.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WakeupJobTest {
  private static final Instant DUE = Instant.parse("2026-03-06T19:00:00Z");

  @Test
  void aNameIsReadAsItWasGiven() {
    WakeupJob job = WakeupJob.of(DUE);

    assertThat(WakeupJob.named(job.name())).contains(job);
    assertThat(job.dueAt()).isEqualTo(DUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wake", "wake-", "wake-x", "wake--1", "wake-1234567890123", "Wake-1"})
  void whatIsNoNameIsNone(String name) {
    assertThat(WakeupJob.named(name)).isEmpty();
  }

  @Test
  void afterTenSecondsTheSweepHasIt() {
    assertThat(WakeupJob.of(DUE).isLongPast(DUE.plusSeconds(10))).isFalse();
    assertThat(WakeupJob.of(DUE).isLongPast(DUE.plusSeconds(11))).isTrue();
  }
}
