package dev.punctual.local.servers;

import dev.punctual.local.servers.ServerException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.internals.Exit;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker and controller (KRaft) in this JVM. Its data outlives it; it can be stopped and
 * started again on the same port.
 */
public final class EmbeddedKafka implements AutoCloseable {
  static {
    quiet();
  }

  /** One broker: nothing to replicate to, and small where the defaults expect a big machine. */
  private static final String PROPERTIES =
      """
      process.roles=broker,controller
      node.id=1
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
      controller.listener.names=CONTROLLER
      inter.broker.listener.name=PLAINTEXT
      auto.create.topics.enable=false
      # The default waits 3 s on every start of a group from empty.
      group.initial.rebalance.delay.ms=0
      # 365 days: a function at zero for weeks continues where it was.
      offsets.retention.minutes=525600
      offsets.topic.replication.factor=1
      offsets.topic.num.partitions=1
      transaction.state.log.replication.factor=1
      transaction.state.log.num.partitions=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.num.partitions=1
      share.coordinator.state.topic.min.isr=1
      log.cleaner.dedupe.buffer.size=2097152
      log.segment.bytes=67108864
      num.network.threads=2
      num.io.threads=4
      """;

  /**
   * @param data the broker's own folder; formatted when new, reused otherwise
   * @param host what it binds and advertises
   * @param port where clients connect; 0: the one used before in this folder, else a free one
   * @param stopAtExit whether the JVM's orderly exit stops it; false when the caller does
   * @param overrides broker properties that replace ours
   */
  public record Settings(
      Path data, String host, int port, boolean stopAtExit, Map<String, String> overrides) {
    public Settings {
      data = data.toAbsolutePath().normalize();
      overrides = Map.copyOf(overrides);
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + " is not within 0..65535");
      }
    }

    /** On loopback and a free port, stopped when the JVM ends. */
    public static Settings of(Path data) {
      return new Settings(data, "127.0.0.1", 0, true, Map.of());
    }
  }

  private final Settings settings;
  private final int port;
  private final int controllerPort;
  private final Thread exitHook = new Thread(this::stop, "stop-kafka");
  private @Nullable KafkaRaftServer server;

  private EmbeddedKafka(Settings settings, int port, int controllerPort) {
    this.settings = settings;
    this.port = port;
    this.controllerPort = controllerPort;
  }

  /** Starts a broker and returns when it takes requests. */
  public static EmbeddedKafka start(Settings settings) {
    Path data = settings.data();
    try {
      Files.createDirectories(data);
      int port = Ports.remembered("Kafka", settings.host(), settings.port(), data.resolve("port"));
      int controller =
          Ports.remembered("Kafka", settings.host(), 0, data.resolve("controller-port"));
      EmbeddedKafka kafka = new EmbeddedKafka(settings, port, controller);
      kafka.format();
      kafka.startAgain();
      if (settings.stopAtExit()) {
        Runtime.getRuntime().addShutdownHook(kafka.exitHook);
      }
      return kafka;
    } catch (IOException e) {
      throw new ServerException(
          Reason.NOT_STARTED, "Kafka cannot use its folder " + data + ": " + e.getMessage(), e);
    }
  }

  public String bootstrapServers() {
    return settings.host() + ":" + port;
  }

  public int port() {
    return port;
  }

  public synchronized boolean isRunning() {
    return server != null;
  }

  /** Takes the broker away and keeps its port and data; does nothing when it is stopped. */
  public synchronized void stop() {
    KafkaRaftServer running = server;
    server = null;
    if (running != null) {
      running.shutdown();
      running.awaitShutdown();
    }
  }

  /** Brings a stopped broker back on its port and data; does nothing when it runs. */
  public synchronized void startAgain() {
    if (server != null) {
      return;
    }
    KafkaRaftServer starting = null;
    try {
      starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(logs())), Time.SYSTEM);
      starting.startup();
      server = starting;
    } catch (RuntimeException e) {
      if (starting != null) {
        starting.shutdown();
      }
      throw new ServerException(
          Reason.NOT_STARTED, "Kafka did not start on " + settings.data() + ": " + innermost(e), e);
    }
  }

  /** Stops it for good. */
  @Override
  public void close() {
    stop();
    if (settings.stopAtExit()) {
      ExitHooks.remove(exitHook);
    }
  }

  private Path logs() {
    return settings.data().resolve("logs");
  }

  /** Formats beside and moves into place: a folder is either formatted or absent. */
  private void format() throws IOException {
    if (Files.exists(logs().resolve("meta.properties"))) {
      return;
    }
    Path fresh = settings.data().resolve("logs.new");
    Folders.delete(fresh);
    Folders.delete(logs());
    Path file = settings.data().resolve("format.properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties(fresh).store(out, null);
    }
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()},
            new PrintStream(words, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new ServerException(
          Reason.NOT_STARTED,
          "Kafka could not format " + fresh + ": " + words.toString(StandardCharsets.UTF_8));
    }
    Files.delete(file);
    Files.move(fresh, logs(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Properties properties(Path logs) {
    Properties all = new Properties();
    try {
      all.load(new StringReader(PROPERTIES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String broker = "PLAINTEXT://" + bootstrapServers();
    String controller = settings.host() + ":" + controllerPort;
    all.put("controller.quorum.voters", "1@" + controller);
    all.put("listeners", broker + ",CONTROLLER://" + controller);
    all.put("advertised.listeners", broker);
    all.put("log.dirs", logs.toString());
    all.putAll(settings.overrides());
    return all;
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    for (Throwable next = e; next != null; next = next.getCause()) {
      cause = next;
    }
    return cause.getMessage() != null ? cause.getMessage() : cause.toString();
  }

  /** The broker's and the clients' chatter stays out of people's terminals, unless asked for. */
  private static void quiet() {
    for (String logger : List.of("org.apache.kafka", "kafka", "state.change.logger")) {
      level(logger, "warn");
    }
    // A single controller activates at each start, and clients try in vain while it is away.
    level("org.apache.kafka.controller.QuorumController", "error");
    level("org.apache.kafka.clients.NetworkClient", "error");
    // A broker that halts (its disk failed) would take this JVM without stopping anything else.
    Exit.setHaltProcedure(
        (status, message) ->
            Thread.ofPlatform().name("kafka-halted").start(() -> System.exit(status)));
  }

  private static void level(String logger, String level) {
    String key = "org.slf4j.simpleLogger.log." + logger;
    if (System.getProperty(key) == null) {
      System.setProperty(key, level);
    }
  }
}
