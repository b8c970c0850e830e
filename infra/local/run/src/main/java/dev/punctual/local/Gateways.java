package dev.punctual.local;

import dev.punctual.local.process.ManagedProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The gateways that a run has started, in that order. */
final class Gateways {
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Between two starts of a gateway that ends by itself. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final List<Gateway> all = new ArrayList<>();

  synchronized void add(Gateway gateway) {
    all.add(gateway);
  }

  synchronized List<Gateway> all() {
    return List.copyOf(all);
  }

  /** The last one, when it ended by itself and lived long enough to be started again at once. */
  synchronized Optional<ManagedProcess> toReplace(Instant now) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.getLast().process())
            .filter(last -> !last.isAlive() && !last.isStopping())
            .filter(last -> last.startedAt().plus(PAUSE).isBefore(now));
  }

  /** Asks all to stop and returns when they have. */
  void stop() {
    CompletableFuture.allOf(
            all().stream()
                .map(Gateway::process)
                .filter(ManagedProcess::isAlive)
                .map(process -> process.stop(GRACE))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }
}
