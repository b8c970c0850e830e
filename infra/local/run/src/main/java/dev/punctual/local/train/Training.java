package dev.punctual.local.train;

import dev.punctual.local.EmbeddedRun;
import dev.punctual.local.Gateway;
import dev.punctual.local.RunSettings;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.program.Application;
import dev.punctual.local.program.Module;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the AOT cache of the gateway and of each function in keda/values.yaml: all of them do their
 * real work once, on servers of their own, and end in order; what they used goes into the caches.
 */
public final class Training {
  /** While it ends, a recorded process writes down what it used. */
  private static final Duration END = Duration.ofMinutes(1);

  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Path home;
  private final List<FunctionScaling> functions;
  private final List<Application> applications = new ArrayList<>();
  private final Consumer<String> out;

  private Training(Path home, List<FunctionScaling> functions, Consumer<String> out) {
    this.home = home;
    this.functions = functions;
    this.out = out;
    applications.add(Application.of(Module.gateway(home)));
    functions.forEach(each -> applications.add(Application.of(Module.function(home, each.name()))));
  }

  /**
   * @param home the repository's root, with everything built
   * @param out takes a line before and after
   */
  public static Training of(Path home, Consumer<String> out) {
    RunSettings settings = RunSettings.forTests(home, home);
    return new Training(home, settings.scaling(), out);
  }

  /** Makes all caches if one is missing or made from other jars. */
  public void runWhereMissing() {
    if (!applications.stream().allMatch(Application::isCurrent)) {
      run();
      return;
    }
    for (Application each : applications) {
      try {
        each.touch();
      } catch (IOException e) {
        throw new TrainingFailed("a file is in the way", e);
      }
    }
  }

  /** Makes all caches anew. */
  public void run() {
    out.accept("Making the AOT caches of gateway and functions (20 s) ...");
    Instant begin = Instant.now();
    @Nullable Path data = null;
    try {
      data = Files.createTempDirectory("punctual-train");
      for (Application each : applications) {
        each.assemble();
      }
      record(data);
      for (Application each : applications) {
        each.createCache();
      }
      out.accept("Made them in " + Duration.between(begin, Instant.now()).toSeconds() + " s.");
    } catch (IOException e) {
      throw new TrainingFailed("a file is in the way", e);
    } finally {
      delete(data);
    }
  }

  private void record(Path data) throws IOException {
    AtomicReference<@Nullable EmbeddedRun> running = new AtomicReference<>();
    try (SecretsSidecar sidecar = SecretsSidecar.start(() -> password(running.get()))) {
      Recording recording = new Recording(applications, sidecar.port());
      RunSettings settings =
          RunSettings.forTests(home, data)
              .withPrograms(recording)
              .withScaling(functions.stream().map(each -> each.withCooldownPeriod(IDLE)).toList());
      try (EmbeddedRun run = EmbeddedRun.start(settings)) {
        running.set(run);
        List<String> groups = functions.stream().map(FunctionScaling::consumerGroup).toList();
        new Rehearsal(run).perform(groups, recording.readiness());
        end(run);
      }
    }
  }

  /** All at once: each needs a second or two to write down what it used. */
  private static void end(EmbeddedRun run) {
    run.scaler().pause();
    List<ManagedProcess> processes = new ArrayList<>(run.functions());
    run.gateways().stream().map(Gateway::process).forEach(processes::add);
    processes.stream().map(each -> each.stop(END)).toList().forEach(CompletableFuture::join);
  }

  private static String password(@Nullable EmbeddedRun run) {
    if (run == null) {
      throw new IllegalStateException("nothing runs yet that could ask");
    }
    return run.product().password();
  }

  private static void delete(@Nullable Path data) {
    if (data != null) {
      try {
        Folders.delete(data);
      } catch (IOException e) {
        System.err.println("punctual: " + data + " stays behind: " + e.getMessage());
      }
    }
  }
}
