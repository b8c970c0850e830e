package dev.punctual.gateway.assistant.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private static final int CROWD = 40;

  private final Turnstile turnstile = new Turnstile();
  private final AtomicInteger within = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void aCrowdIsLetInByEightAndEverybodyPasses() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    List<Thread> crowd =
        IntStream.range(0, CROWD)
            .mapToObj(i -> Thread.startVirtualThread(() -> turnstile.pass(() -> stay(open))))
            .toList();
    await().until(() -> within.get() == 8);
    await()
        .until(
            () ->
                crowd.stream()
                    .allMatch(
                        each ->
                            each.getState() == Thread.State.WAITING
                                || each.getState() == Thread.State.TIMED_WAITING));
    assertThat(within).hasValue(8);

    open.countDown();

    for (Thread each : crowd) {
      each.join();
    }
    assertThat(most).hasValueLessThanOrEqualTo(8);
    assertThat(within).hasValue(0);
  }

  @Test
  void whoFailsLeavesTheirPlace() {
    for (int i = 0; i < CROWD; i++) {
      assertThatThrownBy(
              () ->
                  turnstile.pass(
                      () -> {
                        throw new IllegalStateException("stumbled");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(turnstile.<Integer>pass(() -> 1)).isOne();
  }

  private int stay(CountDownLatch open) {
    int here = within.incrementAndGet();
    most.accumulateAndGet(here, Math::max);
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return within.decrementAndGet();
  }
}
