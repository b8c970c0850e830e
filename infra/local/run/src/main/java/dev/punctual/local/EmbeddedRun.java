package dev.punctual.local;

import dev.punctual.local.backup.Database;
import dev.punctual.local.backup.PublishedPositions;
import dev.punctual.local.backup.Restore;
import dev.punctual.local.backup.Schema;
import dev.punctual.local.process.ManagedProcess;
import dev.punctual.local.scaling.Scaler;
import dev.punctual.local.servers.EmbeddedKafka;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.Ports;
import dev.punctual.runtime.kafka.Topics;
import dev.punctual.store.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The whole product on one data folder: Kafka and PostgreSQL of this process, a gateway and
 * function processes beside it. Closing it stops them in the reverse order.
 */
public final class EmbeddedRun implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final RunSettings settings;
  private final Object lifecycle = new Object();
  private final Gateways gateways = new Gateways();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watch").daemon().factory());
  private final Thread exitHook = new Thread(this::close, "stop-everything");
  private volatile boolean closing;
  private @Nullable DataFolder folder;
  private @Nullable Servers servers;
  private @Nullable ProcessStarter starter;
  private @Nullable Scaler scaler;
  private @Nullable ControlSocket control;
  private volatile String signInToken = "";
  private int port;

  private EmbeddedRun(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything and returns when the gateway answers.
   *
   * @throws Refusal when something stands in the way; nothing is left running
   */
  public static EmbeddedRun start(RunSettings settings) {
    EmbeddedRun run = new EmbeddedRun(settings);
    run.start();
    return run;
  }

  private void start() {
    // Ctrl-C, SIGTERM and SIGHUP all come here.
    Runtime.getRuntime().addShutdownHook(exitHook);
    synchronized (lifecycle) {
      try {
        begin();
      } catch (IOException e) {
        close();
        throw new Refusal("The data folder " + settings.data() + " cannot be used: " + e + ".", e);
      } catch (RuntimeException e) {
        close();
        throw e;
      }
    }
  }

  private void begin() throws IOException {
    checkNotClosing();
    DataFolder held =
        settings.fresh()
            ? DataFolder.lockFresh(settings.data(), "up")
            : DataFolder.lock(settings.data(), "up");
    folder = held;
    if (held.leftovers() > 0) {
      settings
          .out()
          .accept("stopped " + held.leftovers() + " processes that a killed run had left");
    }
    port = freePort();
    checkNotClosing();
    Servers started = Servers.start(held, settings.durable());
    servers = started;
    checkNotClosing();
    ProcessStarter processes = new ProcessStarter(settings, held, started);
    starter = processes;
    startFirstGateway(processes);
    scaler =
        Scaler.start(
            started.kafka().bootstrapServers(),
            settings.scaling(),
            processes::function,
            settings.out());
    control = ControlSocket.open(held.run(), this::restore);
    if (settings.supervised()) {
      ScheduledFuture<?> unused =
          watch.scheduleWithFixedDelay(
              this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Where the first gateway answers. */
  public URI gatewayUrl() {
    return Gateway.url(settings.host(), port);
  }

  /** Signs in once at the first gateway. */
  public String signInToken() {
    return signInToken;
  }

  /** What a person opens to be signed in. */
  public URI signInLink() {
    return gatewayUrl().resolve("/api/v1/session?token=" + signInToken);
  }

  public EmbeddedKafka kafka() {
    return present(servers).kafka();
  }

  public EmbeddedPostgres postgres() {
    return present(servers).postgres();
  }

  /** The product's database, as who owns its tables. */
  public Database database() {
    return present(servers).database();
  }

  /** As whom gateway and functions come to it. */
  public Login product() {
    return present(servers).product();
  }

  public Scaler scaler() {
    return present(scaler);
  }

  /** The living function processes. */
  public List<ManagedProcess> functions() {
    return scaler().processes();
  }

  /** The gateways that were started, the first one first; some may have ended. */
  public List<Gateway> gateways() {
    return gateways.all();
  }

  /**
   * Starts one more gateway on the same servers and returns when it answers; 0: any free port. It
   * is stopped with the run.
   */
  public Gateway startGateway(int newPort) {
    int chosen = newPort == 0 ? Ports.free() : newPort;
    Gateway gateway = present(starter).gateway(chosen, "gateway-" + chosen, null);
    gateways.add(gateway);
    gateway.awaitAnswer(() -> closing);
    return gateway;
  }

  /** Puts a backup in the place of all data; gateways and functions are away meanwhile. */
  public Restore.Summary restore(Path file) {
    synchronized (lifecycle) {
      checkNotClosing();
      Restore restore = new Restore(database(), Schema.PRODUCT);
      restore.check(file);
      scaler().pause();
      scaler().stopFunctions();
      gateways.stop();
      try {
        return restore.restore(
            file, PublishedPositions.highest(kafka().bootstrapServers(), Topics.names()));
      } finally {
        startAgainAfterRestore();
      }
    }
  }

  /** Stops everything in order; what is stored stays. */
  @Override
  public void close() {
    closing = true;
    synchronized (lifecycle) {
      watch.shutdownNow();
      closeQuietly(control);
      closeQuietly(scaler);
      gateways.stop();
      closeQuietly(servers);
      closeQuietly(folder);
      control = null;
      servers = null;
      folder = null;
    }
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(exitHook);
    } catch (IllegalStateException e) {
      return; // This is the hook, or it waits for nothing more.
    }
  }

  private void startAgainAfterRestore() {
    startFirstGateway(present(starter));
    scaler().resume();
    settings.out().accept("Sign in again: " + signInLink());
  }

  private void startFirstGateway(ProcessStarter processes) {
    signInToken = DataFolder.randomToken();
    Gateway gateway = processes.gateway(port, "gateway", signInToken);
    gateways.add(gateway);
    gateway.awaitAnswer(() -> closing);
  }

  private int freePort() {
    if (settings.port() == 0) {
      return Ports.free();
    }
    ListenAddress.problem(settings.host(), settings.port())
        .ifPresent(
            problem -> {
              throw new Refusal(problem);
            });
    return settings.port();
  }

  /** Brings back what ended by itself, and keeps logs short. */
  private void look() {
    try {
      synchronized (lifecycle) {
        if (closing) {
          return;
        }
        if (postgres().hasDied()) {
          settings.out().accept("PostgreSQL ended by itself; starts again");
          postgres().startAgain();
        }
        reviveGateway();
        present(folder).boundLogs();
      }
    } catch (RuntimeException | IOException e) {
      settings.out().accept("watching failed once: " + e.getMessage());
    }
  }

  private void reviveGateway() {
    gateways
        .toReplace(Instant.now())
        .ifPresent(
            ended -> {
              settings
                  .out()
                  .accept(
                      String.format(
                          "the gateway (pid %d) ended with status %d, see %s; starts again",
                          ended.pid(), ended.status(), ended.log().path()));
              gateways.add(present(starter).gateway(port, "gateway", null));
            });
  }

  private void checkNotClosing() {
    if (closing) {
      throw new Refusal("Stopped before everything had started.");
    }
  }

  private void closeQuietly(@Nullable AutoCloseable part) {
    if (part == null) {
      return;
    }
    try {
      part.close();
    } catch (Exception e) {
      // The other parts must stop all the same.
      settings.out().accept("stopping was not clean: " + e.getMessage());
    }
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the run is not started, or closed");
    }
    return part;
  }
}
