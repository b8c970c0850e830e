package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.http.RateLimit.Standing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final long SECOND = 1_000_000_000L;

  private final RateLimit limit = new RateLimit("requests", 60, Duration.ofMinutes(1));

  @Test
  void theQuotaMayBeUsedAtOnceAndFillsEvenly() {
    Standing last = limit.take("ada", 0);
    for (int i = 1; i < 60; i++) {
      last = limit.take("ada", 0);
    }
    assertThat(last.granted()).isTrue();
    assertThat(last.remaining()).isZero();
    assertThat(last.full()).isEqualTo(Duration.ofMinutes(1));

    Standing refused = limit.take("ada", SECOND / 2);
    assertThat(refused.granted()).isFalse();
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));
    assertThat(limit.take("ada", SECOND).granted()).isTrue();
    assertThat(limit.take("ada", SECOND).granted()).isFalse();
    assertThat(limit.take("eve", SECOND).remaining()).isEqualTo(59);
  }

  @Test
  void whoStayedAwayHasNoMoreThanTheQuota() {
    limit.take("ada", 0);

    assertThat(limit.take("ada", 3_600 * SECOND).remaining()).isEqualTo(59);
  }

  @Test
  void theClockMayPassItsEnd() {
    long late = Long.MAX_VALUE - SECOND / 2;
    limit.take("ada", late);

    assertThat(limit.take("ada", late + SECOND).remaining()).isEqualTo(59);
  }

  @Test
  void strangersWithoutEndTakeNoMemoryWithoutEnd() {
    for (int i = 0; i < RateLimit.MAX_KEYS + 1_000; i++) {
      limit.take(i, 0);
    }
    assertThat(limit.keys()).isLessThanOrEqualTo(RateLimit.MAX_KEYS + 1);
    assertThat(limit.take(1, 0).granted()).as("who is known keeps their own").isTrue();
    assertThat(limit.take("late", 0).granted()).as("the others' is used up").isFalse();

    assertThat(limit.take("later", 120 * SECOND).remaining()).isEqualTo(59);
    assertThat(limit.keys()).as("whose quota is full is forgotten").isEqualTo(1);
  }
}
