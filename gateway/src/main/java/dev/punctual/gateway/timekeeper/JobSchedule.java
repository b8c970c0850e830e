package dev.punctual.gateway.timekeeper;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.config.TimekeeperConfig;
import dev.punctual.gateway.dapr.Sidecar;
import dev.punctual.gateway.dapr.Sidecar.Answer;
import dev.punctual.gateway.dapr.WithDapr;
import dev.punctual.gateway.relay.Leadership;
import dev.punctual.gateway.upkeep.UpkeepRound;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.DatabaseChannel;
import dev.punctual.gateway.wake.Worker;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import dev.punctual.store.Timers;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wake-ups by Dapr's jobs. While this gateway leads, it keeps a job {@code wake-<epoch second>} in
 * the scheduler for each second of the next day at which timers are due, read from the ledger and
 * never written by a request. Each is armed when it is first seen, and again in its last half
 * minute, so that a scheduler that has lost its data learns of it in time.
 */
@Singleton
@WithDapr
final class JobSchedule implements Wakeups {
  private static final Logger LOG = LoggerFactory.getLogger(JobSchedule.class);

  private static final Duration NEAR = Duration.ofSeconds(30);
  private static final Duration FAR = Duration.ofHours(24);

  /** How often the whole day is looked through. */
  private static final Duration FAR_AGAIN = Duration.ofMinutes(5);

  /** Seconds of the day that are looked through in one turn: the nearest come first. */
  private static final int SLICE = 500;

  /** Only an answer of ours ends a wake-up. */
  private static final String WITHOUT_END = "{\"constant\":{\"interval\":\"1s\"}}";

  private static final String NEXT_ROUND_COMES =
      "{\"constant\":{\"interval\":\"60s\",\"maxRetries\":5}}";

  private static final Duration TURN = Duration.ofSeconds(1);
  private static final int AT_ONCE = 16;

  /** A scheduler that is away would keep us for half a minute. */
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final Sidecar sidecar;
  private final Leadership leadership;
  private final Database database;
  private final TimeSource time;
  private final TimekeeperConfig config;
  private final Bell bell;
  private final Worker worker = new Worker("job schedule", this::turn);

  private final TreeSet<Instant> armed = new TreeSet<>();
  private final TreeSet<Instant> armedAgain = new TreeSet<>();

  /** The leadership in which all that is remembered here was armed; 0: none. */
  private long known;

  private boolean failing;
  private Instant farFrom = Instant.MIN;
  private long farAgain;

  JobSchedule(
      Sidecar sidecar,
      Leadership leadership,
      Database database,
      TimeSource time,
      DatabaseChannel channel,
      TimekeeperConfig config) {
    this.sidecar = sidecar;
    this.leadership = leadership;
    this.database = database;
    this.time = time;
    this.config = config;
    this.bell = channel.bell(Timers.CHANNEL);
  }

  /** Jobs wake it; the sweep finds what they miss. */
  @Override
  public Duration rest() {
    return config.sweepEvery();
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
    if (!leadership.leading()) {
      bell.await(TURN);
      return;
    }
    try {
      long epoch = leadership.epoch();
      if (epoch != known) {
        if (epoch != known + 1 || known == 0) {
          begin();
        }
        known = epoch;
      }
      boolean more = arm();
      recovered();
      bell.await(more ? Duration.ZERO : TURN);
    } catch (CompletionException e) {
      failed(e.getCause() == null ? e : e.getCause());
      bell.await(TURN);
    }
  }

  private void begin() {
    armed.clear();
    armedAgain.clear();
    startOver();
    List<CompletableFuture<Void>> requests = new ArrayList<>();
    for (UpkeepRound round : UpkeepRound.values()) {
      requests.add(schedule(round.jobName(), "schedule", round.cron(), NEXT_ROUND_COMES));
    }
    requests.forEach(CompletableFuture::join);
  }

  /** Whether there is more of the day to look through. */
  private boolean arm() {
    Instant now = database.now(time);
    armed.headSet(now).clear();
    armedAgain.headSet(now).clear();
    arm(due(now, now.plus(NEAR), (int) NEAR.toSeconds() + 1), armedAgain);
    if (farFrom.equals(Instant.MIN)) {
      if (System.nanoTime() - farAgain < 0) {
        return false;
      }
      farFrom = now;
    }
    List<Instant> slice = due(farFrom, now.plus(FAR), SLICE);
    arm(slice, armed);
    if (slice.size() == SLICE) {
      farFrom = slice.getLast();
      return true;
    }
    startOver();
    farAgain += FAR_AGAIN.toNanos();
    return false;
  }

  private void startOver() {
    farFrom = Instant.MIN;
    farAgain = System.nanoTime();
  }

  private List<Instant> due(Instant after, Instant until, int limit) {
    return database.read(connection -> Timers.dueSeconds(connection, after, until, limit));
  }

  /**
   * @param done the seconds that need no more arming; those that are armed are added
   */
  private void arm(List<Instant> seconds, Set<Instant> done) {
    List<Instant> missing = seconds.stream().filter(second -> !done.contains(second)).toList();
    for (int i = 0; i < missing.size(); i += AT_ONCE) {
      List<Instant> some = missing.subList(i, Math.min(missing.size(), i + AT_ONCE));
      List<CompletableFuture<Void>> requests =
          some.stream()
              .map(at -> schedule(WakeupJob.of(at).name(), "dueTime", at.toString(), WITHOUT_END))
              .toList();
      requests.forEach(CompletableFuture::join);
      done.addAll(some);
    }
  }

  private CompletableFuture<Void> schedule(
      String name, String when, String value, String failurePolicy) {
    String job =
        Json.writeObject(
            fields -> {
              fields.text(when, value);
              // A job without data is never delivered, nor can it be read back.
              fields.raw("data", "{}");
              fields.raw("overwrite", "true");
              fields.raw("failurePolicy", failurePolicy);
            });
    return sidecar
        .postAsync("/v1.0/jobs/" + name, job, DEADLINE)
        .thenAccept(JobSchedule::requireSuccess);
  }

  private static void requireSuccess(Answer answer) {
    if (!answer.isSuccess()) {
      throw new IllegalStateException("the sidecar answers " + answer.summary());
    }
  }

  private void failed(Throwable failure) {
    if (!failing) {
      LOG.warn("no jobs can be armed, the sweep wakes alone: {}", failure.toString());
    }
    failing = true;
  }

  private void recovered() {
    if (failing) {
      LOG.info("jobs are armed again");
    }
    failing = false;
  }
}
