package dev.punctual.runtime;

import dev.punctual.runtime.aot.AotCache;
import dev.punctual.runtime.health.ManagementServer;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.runtime.trace.Spans;
import dev.punctual.store.TimeSource;
import io.micronaut.context.BeanContext;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A function as a process: from {@code main} to the end of its loop. */
public final class FunctionProcess {
  private static final Logger LOG = LoggerFactory.getLogger(FunctionProcess.class);

  /** SIGTERM is honoured within 5 s; one of them is for the JVM. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private FunctionProcess() {}

  /**
   * Runs the one {@link Handler} of the class path until SIGTERM, and exits with 1 when it cannot
   * go on.
   *
   * @param function its name, that of its folder
   */
  public static void run(String function) {
    AotCache.check();
    int status = 1;
    try {
      status = serve(RuntimeConfig.of(function, System.getenv())) ? 0 : 1;
    } catch (IllegalArgumentException e) {
      LOG.error("{}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{} cannot go on", function, e);
    }
    if (status != 0) {
      // An exception out of main would leave a JVM alive whose other threads go on.
      System.exit(status);
    }
  }

  private static boolean serve(RuntimeConfig config) {
    Secrets secrets = Secrets.of(System.getenv());
    DatabaseSession session = new DatabaseSession(config, secrets);
    // PostgreSQL's handshake and Kafka's go side by side.
    Thread.ofPlatform().daemon().name("first-connection").start(() -> openEarly(session));
    BeanContext beans =
        BeanContext.build().registerSingleton(config).registerSingleton(Secrets.class, secrets);
    try (BeanContext context = beans.start();
        Spans spans = Spans.of(System.getenv(), "punctual-" + config.function())) {
      Handler handler = context.getBean(Handler.class);
      Counts counts = new Counts();
      RunLog runs = new RunLog(config.function(), ProcessStart.instant(), counts);
      BatchLoop loop =
          new BatchLoop(
              handler,
              KafkaConsumers.create(config, secrets, handler.group()),
              session,
              runs,
              new BatchTransaction(handler, session, TimeSource.database(), runs, spans));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> loop.stop(PATIENCE), "stop"));
      ManagementServer management =
          ManagementServer.start(config.management(), counts, loop::ready);
      try {
        return loop.run();
      } finally {
        management.close();
      }
    }
  }

  private static void openEarly(DatabaseSession session) {
    try {
      session.open();
    } catch (RuntimeException e) {
      LOG.debug("the first connection will be tried again: {}", e.getMessage());
    }
  }
}
