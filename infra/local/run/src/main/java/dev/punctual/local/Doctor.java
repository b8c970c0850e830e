package dev.punctual.local;

import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.ServerException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks for what would stand in the way of {@code up}, and starts nothing. One line per check. The
 * launcher has looked for JDK, Maven and Node before.
 */
final class Doctor {
  private final Path home;
  private final Programs programs;
  private final Arguments arguments;

  Doctor(Path home, Programs programs, Arguments arguments) {
    this.home = home;
    this.programs = programs;
    this.arguments = arguments;
  }

  int run(PrintStream out) {
    Map<String, Supplier<Optional<String>>> checks = new LinkedHashMap<>();
    checks.put("JDK", Doctor::jdk);
    checks.put("programs", this::programs);
    checks.put("keda/values.yaml", this::values);
    checks.put("PostgreSQL can run", Doctor::postgres);
    checks.put("data folder " + arguments.data(), this::data);
    checks.put(
        "port " + arguments.port(),
        () -> ListenAddress.problem(arguments.host(), arguments.port()));
    boolean well = true;
    for (Map.Entry<String, Supplier<Optional<String>>> check : checks.entrySet()) {
      Optional<String> problem = check.getValue().get();
      out.println(
          problem
              .map(text -> "FAILED  " + check.getKey() + ": " + text)
              .orElse("ok      " + check.getKey()));
      well &= problem.isEmpty();
    }
    return well ? 0 : 1;
  }

  private static Optional<String> jdk() {
    int feature = Runtime.version().feature();
    return feature >= 25
        ? Optional.empty()
        : Optional.of("this is Java " + feature + ": install a JDK 25 and set JAVA_HOME to it.");
  }

  private Optional<String> programs() {
    try {
      for (FunctionScaling function : ScalingValues.read(home.resolve("keda/values.yaml"))) {
        List<String> unused = programs.function(function.name());
      }
      List<String> unused = programs.gateway(List.of());
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(e.sentence());
    } catch (IOException | IllegalArgumentException e) {
      // The next check says it.
      return Optional.empty();
    }
  }

  private Optional<String> values() {
    try {
      return ScalingValues.read(home.resolve("keda/values.yaml")).isEmpty()
          ? Optional.of("it has no functions.")
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of(e.getMessage() + ".");
    }
  }

  private static Optional<String> postgres() {
    try {
      EmbeddedPostgres.checkMachine();
      return Optional.empty();
    } catch (ServerException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private Optional<String> data() {
    try {
      DataFolder folder = DataFolder.look(arguments.data());
      return Files.exists(folder.path()) && folder.isInUse()
          ? Optional.of("in use by ./punctual " + folder.owner() + ".")
          : folder.problem();
    } catch (Refusal e) {
      return Optional.of(e.sentence());
    }
  }
}
