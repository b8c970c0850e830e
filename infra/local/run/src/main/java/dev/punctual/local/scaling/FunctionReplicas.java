package dev.punctual.local.scaling;

import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.scaling.ScaleRule.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The processes of one function, and the state that its rule decides on. */
final class FunctionReplicas {
  /** DESIGN §1: a function honours SIGTERM within 5 s. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final FunctionScaling scaling;
  private final ScaleRule rule;
  private final FunctionStarter starter;
  private final Consumer<String> steps;
  private final Map<Integer, ManagedProcess> running = new TreeMap<>();
  private final List<ManagedProcess> stopping = new ArrayList<>();
  private State state = State.ZERO;

  FunctionReplicas(FunctionScaling scaling, FunctionStarter starter, Consumer<String> steps) {
    this.scaling = scaling;
    this.rule = new ScaleRule(scaling);
    this.starter = starter;
    this.steps = steps;
  }

  FunctionScaling scaling() {
    return scaling;
  }

  List<ManagedProcess> running() {
    return running.values().stream().filter(ManagedProcess::isAlive).toList();
  }

  /** One look: takes leave of the dead, decides, starts and stops. */
  void tick(@Nullable Lag lag, Instant now) {
    reap(now);
    State next = rule.decide(state, lag, now);
    if (next.replicas() != state.replicas()) {
      steps.accept(step(state, next, lag));
    }
    state = next;
    while (running.size() > next.replicas()) {
      stopLast();
    }
    for (int starts = rule.starts(next, running.size(), lag, now); starts > 0; starts--) {
      start(now);
    }
  }

  /** Stops all processes, whatever the lag; done when they have ended. */
  CompletableFuture<Void> stopAll() {
    if (state.replicas() > 0) {
      steps.accept(scaling.name() + " " + state.replicas() + " → 0 (stopped)");
    }
    state = State.ZERO;
    while (!running.isEmpty()) {
      stopLast();
    }
    return CompletableFuture.allOf(
        stopping.stream().map(process -> process.stop(GRACE)).toArray(CompletableFuture<?>[]::new));
  }

  private String step(State from, State to, @Nullable Lag lag) {
    String why =
        to.replicas() > from.replicas() && lag != null
            ? "lag " + lag.records()
            : "idle for " + scaling.cooldownPeriod().toSeconds() + " s";
    return scaling.name() + " " + from.replicas() + " → " + to.replicas() + " (" + why + ")";
  }

  private void reap(Instant now) {
    stopping.removeIf(process -> !process.isAlive());
    running
        .values()
        .removeIf(
            process -> {
              if (process.isAlive()) {
                return false;
              }
              died(process, now);
              return true;
            });
  }

  private void died(ManagedProcess process, Instant now) {
    state = rule.died(state, Duration.between(process.startedAt(), now), now);
    long pause = Duration.between(now, state.notBefore()).toSeconds();
    steps.accept(
        String.format(
            "%s (pid %d) ended with status %d, see %s; %s",
            scaling.name(),
            process.pid(),
            process.status(),
            process.log().path(),
            pause == 0
                ? "starts again while there is lag"
                : "starts again in " + pause + " s while there is lag"));
  }

  private void start(Instant now) {
    int replica = 1;
    while (running.containsKey(replica)) {
      replica++;
    }
    try {
      running.put(replica, starter.start(scaling.name(), replica));
    } catch (IOException e) {
      state = rule.died(state, Duration.ZERO, now);
      steps.accept(scaling.name() + " cannot be started: " + e.getMessage());
    }
  }

  private void stopLast() {
    int last = running.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    ManagedProcess process = running.remove(last);
    if (process != null) {
      CompletableFuture<Void> unused = process.stop(GRACE);
      stopping.add(process);
    }
  }
}
