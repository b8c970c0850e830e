package dev.punctual.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessStartTest {
  @Test
  void isCountedFromTheMachinesUptime() {
    String stat =
        "4711 (a (strange) name) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 123456 20 21";
    Instant now = Instant.parse("2026-03-06T19:00:00Z");

    assertThat(ProcessStart.of(stat, "1240.56 99.00\n", now)).isEqualTo(now.minusMillis(6_000));
  }

  @Test
  void agreesWithTheJdkToAboutASecond() {
    Instant jdk = ProcessHandle.current().info().startInstant().orElseThrow();

    assertThat(Duration.between(jdk, ProcessStart.instant()).abs())
        .isLessThan(Duration.ofSeconds(3));
  }
}
