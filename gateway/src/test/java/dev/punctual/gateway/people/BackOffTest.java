package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.people.BackOff.Guess;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {
  @Test
  void pausesBeginLateAndDoubleUpToABound() {
    assertThat(Guess.PAIR.pause(4)).isZero();
    assertThat(Guess.PAIR.pause(5)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Guess.PAIR.pause(8)).isEqualTo(Duration.ofSeconds(8));
    assertThat(Guess.PAIR.pause(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Guess.ACCOUNT.pause(1_000_000)).isEqualTo(Duration.ofSeconds(30));
  }
}
