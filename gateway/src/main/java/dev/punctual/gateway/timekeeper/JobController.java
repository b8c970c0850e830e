package dev.punctual.gateway.timekeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Waker;
import dev.punctual.gateway.config.DaprConfig;
import dev.punctual.gateway.dapr.WithDapr;
import dev.punctual.gateway.upkeep.Housekeeper;
import dev.punctual.gateway.upkeep.UpkeepRound;
import dev.punctual.store.DatabaseFault;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Dapr's scheduler calls when a job is due. Anything but success brings the job again; a 404
 * would drop it, so that a name nobody knows is answered, too.
 */
@Hidden
@Controller("/job")
@WithDapr
final class JobController {
  private static final Logger LOG = LoggerFactory.getLogger(JobController.class);

  /** Clocks may differ by so much; a wake-up that comes earlier is held until its second begins. */
  static final Duration MAX_EARLY = Duration.ofSeconds(2);

  private final DaprConfig config;
  private final Timekeeper timekeeper;
  private final Housekeeper housekeeper;

  JobController(DaprConfig config, Timekeeper timekeeper, Housekeeper housekeeper) {
    this.config = config;
    this.timekeeper = timekeeper;
    this.housekeeper = housekeeper;
  }

  /** Does what the job is for. */
  @Post("/{name}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> due(HttpRequest<?> request, String name) throws InterruptedException {
    if (!comesFromDapr(request)) {
      return HttpResponse.status(HttpStatus.UNAUTHORIZED);
    }
    try {
      perform(name);
      return HttpResponse.noContent();
    } catch (DatabaseFault e) {
      LOG.warn("the job {} has to come again: {}", name, e.getMessage());
      return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private void perform(String name) throws InterruptedException {
    Optional<WakeupJob> wakeup = WakeupJob.named(name);
    Optional<UpkeepRound> round = UpkeepRound.ofJob(name);
    if (wakeup.isPresent()) {
      if (wakeup.get().isLongPast(Instant.now())) {
        // The sweep has it: a crowd of late wake-ups has nothing to add.
        return;
      }
      hold(wakeup.get());
      int claimed = timekeeper.claim(Waker.JOB);
      LOG.debug("{} found {} timers", name, claimed);
    } else if (round.isPresent()) {
      housekeeper.perform(round.get());
    } else {
      LOG.warn("the scheduler has a job that nobody knows: {}", name);
    }
  }

  /** The ledger's clock decides what is due, not the scheduler's. */
  private void hold(WakeupJob job) throws InterruptedException {
    Duration early = Duration.between(timekeeper.now(), job.dueAt());
    if (early.isPositive() && early.compareTo(MAX_EARLY) <= 0) {
      Thread.sleep(early);
    }
  }

  private boolean comesFromDapr(HttpRequest<?> request) {
    String token = request.getHeaders().get("dapr-api-token");
    return token != null
        && MessageDigest.isEqual(token.getBytes(UTF_8), config.appToken().getBytes(UTF_8));
  }
}
