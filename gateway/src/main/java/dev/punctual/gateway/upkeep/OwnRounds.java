package dev.punctual.gateway.upkeep;

import dev.punctual.gateway.dapr.WithoutDapr;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.Worker;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * The rounds without a scheduler: every hour that the gateway runs, for the first time a minute
 * after its start. A laptop may never be on at a quarter to four, so that the daily round goes
 * along.
 */
@Singleton
@WithoutDapr
final class OwnRounds {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration EVERY = Duration.ofHours(1);

  private final Housekeeper housekeeper;
  private final Bell bell = new Bell();
  private final Worker worker = new Worker("housekeeper", this::turn);
  private Duration rest = FIRST;

  OwnRounds(Housekeeper housekeeper) {
    this.housekeeper = housekeeper;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    worker.start();
  }

  @PreDestroy
  void stop() {
    worker.stop(bell);
  }

  private void turn() throws InterruptedException {
    if (bell.await(rest)) {
      return;
    }
    rest = EVERY;
    for (UpkeepRound round : UpkeepRound.values()) {
      housekeeper.perform(round);
    }
  }
}
