package dev.punctual.loadtest;

import dev.punctual.cluster.ClusterProgram;
import dev.punctual.cluster.Databases;
import dev.punctual.cluster.Failed;
import dev.punctual.cluster.Site;
import dev.punctual.local.Refusal;
import dev.punctual.local.scaling.FunctionScaling;
import dev.punctual.local.scaling.ScalingValues;
import dev.punctual.local.servers.ServerException;
import dev.punctual.store.DatabaseFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./punctual loadtest}: exits with 0 when everything that is asked for was seen. */
public final class Main {
  private static final String FUNCTION = "notification";

  private Main() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("punctual.home", ".")).toAbsolutePath().normalize();
    Path caller = Path.of(System.getProperty("punctual.caller", "."));
    int status;
    try {
      status = run(home, Options.parse(caller.toAbsolutePath(), List.of(words))) ? 0 : 1;
    } catch (Failed | Refusal | ServerException | IllegalArgumentException e) {
      System.err.println("punctual: " + e.getMessage());
      status = 2;
    } catch (DatabaseFault e) {
      System.err.println("punctual: the database cannot be used: " + e.getMessage());
      status = 2;
    }
    System.exit(status);
  }

  private static boolean run(Path home, Options options) {
    try (Target target = target(home, options)) {
      System.out.println("load test of " + FUNCTION + ", " + target.name());
      Outcome outcome = new Run(target, System.out).go(options.events());
      Report report = new Report(outcome);
      report.write(options.out());
      System.out.print(report.text());
      System.out.println("report: " + options.out().resolve("loadtest.html"));
      return outcome.passed();
    } catch (IOException e) {
      throw new Failed("The report cannot be written: " + e.getMessage(), e);
    }
  }

  private static Target target(Path home, Options options) throws IOException {
    FunctionScaling scaling =
        ScalingValues.read(home.resolve("keda/values.yaml")).stream()
            .filter(each -> each.name().equals(FUNCTION))
            .findFirst()
            .orElseThrow(() -> new Failed("keda/values.yaml has no function " + FUNCTION + "."));
    if (!options.cluster()) {
      return EmbeddedTarget.start(home, scaling);
    }
    String kafka = options.kafka();
    String postgres = options.postgres();
    if (kafka == null || postgres == null) {
      return ClusterTarget.install(
          new Site.Settings(home, options.namespace(), null, null), scaling, options.object());
    }
    Map<String, String> environment = System.getenv();
    return ClusterTarget.find(
        ClusterProgram.kubectl(options.namespace()),
        scaling,
        options.object(),
        Databases.at(
            postgres,
            environment.getOrDefault("PUNCTUAL_DATABASE_USER", "punctual"),
            environment.getOrDefault("PUNCTUAL_SECRET_DATABASE_PASSWORD", "")),
        kafka);
  }
}
