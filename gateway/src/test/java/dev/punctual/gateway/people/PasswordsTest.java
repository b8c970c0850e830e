package dev.punctual.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.http.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void theRightPasswordMatchesAndNoOther() {
    String hash = passwords.hash("correct horse");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("correct");
    assertThat(passwords.match("correct horse", hash)).isTrue();
    assertThat(passwords.match("correct horsf", hash)).isFalse();
    assertThat(passwords.hash("correct horse")).as("salted").isNotEqualTo(hash);
  }

  @Test
  void knowsAHashThatAnotherImplementationMade() {
    // By Bouncy Castle's Argon2BytesGenerator and by libsodium's parameters for argon2id.
    String theirs =
        "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg"
            + "$NL12Zt12el4TDS8r0CKLlxOUEJdk/DqALho93hqJb3I";

    assertThat(passwords.match("pass", theirs)).isTrue();
  }

  @Test
  void nobodyHasNoPassword() {
    assertThat(passwords.match("pass", null)).isFalse();
  }

  @Test
  void oneKeyboardsCompositionIsAnothers() {
    assertThat(
            passwords.match(
                "caf\u0065\u0301-caf\u0065\u0301", passwords.hash("caf\u00e9-caf\u00e9")))
        .isTrue();
  }

  @Test
  void aStormIsRefusedInsteadOfTakingAllMemory() throws Exception {
    String hash = passwords.hash("correct horse");
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger right = new AtomicInteger();
    CountDownLatch begin = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 200; i++) {
        all.add(
            crowd.submit(
                () -> {
                  begin.await();
                  try {
                    (passwords.match("correct horse", hash) ? right : new AtomicInteger())
                        .incrementAndGet();
                  } catch (Refused busy) {
                    refused.incrementAndGet();
                  }
                  return null;
                }));
      }
      begin.countDown();
    }
    for (Future<?> each : all) {
      each.get();
    }

    assertThat(right.get() + refused.get()).isEqualTo(200);
    assertThat(right.get()).isPositive();
    assertThat(refused.get()).isPositive();
  }
}
