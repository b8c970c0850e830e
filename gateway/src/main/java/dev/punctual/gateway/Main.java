package dev.punctual.gateway;

import dev.punctual.gateway.config.Environment;
import dev.punctual.runtime.aot.AotCache;
import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.store.DatabaseFault;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The gateway's program: serves, or carries out one command. */
public final class Main {
  static final String USAGE =
      """
      usage: gateway                                serve until stopped
             gateway migrate                        bring the database's schema to this version
             gateway topics                         bring Kafka's topics to this version
             gateway check URL                      do the main job once, as somebody new at this address
             gateway dead-letters list              show the records that could not be handled
             gateway dead-letters replay ID…|all    send them again
      """;

  private Main() {}

  public static void main(String[] arguments) {
    AotCache.check();
    int status = run(new Environment(System.getenv()), List.of(arguments));
    if (status != 0) {
      System.exit(status);
    }
  }

  /** The status to exit with; 0 when all went well. */
  static int run(Environment environment, List<String> arguments) {
    try {
      return switch (arguments) {
        case List<String> none when none.isEmpty() -> serve(environment);
        case List<String> migrate when migrate.equals(List.of("migrate")) -> {
          Serve.migrate(environment);
          System.out.println("The schema is up to date.");
          yield 0;
        }
        case List<String> topics when topics.equals(List.of("topics")) ->
            new TopicsCommand(environment, System.out).run();
        case List<String> check when check.size() == 2 && check.getFirst().equals("check") ->
            new CheckCommand(environment, check.getLast(), System.out).run();
        case List<String> letters when letters.getFirst().equals("dead-letters") ->
            new DeadLetterCommand(environment, System.out).run(letters.subList(1, letters.size()));
        default -> usage();
      };
    } catch (IllegalArgumentException | SecretMissing | UncheckedIOException e) {
      return failed(e.getMessage());
    } catch (DatabaseFault e) {
      return failed("The database cannot be used: " + e.getMessage());
    } catch (IllegalStateException | KafkaException | ServerStartupException e) {
      return failed(e.getMessage());
    }
  }

  static int usage() {
    System.err.print(USAGE);
    return 2;
  }

  private static int serve(Environment environment) {
    // Returns at once: the server's threads keep the process, Micronaut's hook ends it on SIGTERM.
    ApplicationContext running = Serve.prepare(environment).start();
    return running.isRunning() ? 0 : 1;
  }

  private static int failed(@Nullable String sentence) {
    System.err.println("gateway: " + sentence);
    return 1;
  }
}
