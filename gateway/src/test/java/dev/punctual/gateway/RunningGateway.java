package dev.punctual.gateway;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.config.Environment;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Sessions;
import dev.punctual.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A gateway on a database of its own, on real PostgreSQL and Kafka, and people to ask it. */
public final class RunningGateway implements AutoCloseable {
  private static @Nullable RunningGateway shared;
  private static boolean isOneKept;

  private final TestDatabase database;
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private RunningGateway(TestDatabase database, Map<String, String> extra, Object... replacements) {
    this.database = database;
    Map<String, String> environment = new HashMap<>(environment(database));
    environment.putAll(extra);
    this.context = Serve.prepare(new Environment(environment), replacements).build().start();
    this.server = context.getBean(EmbeddedServer.class).start();
  }

  /** One for all tests that bring their own people and do not stop it; on the real clock. */
  public static synchronized RunningGateway shared() {
    RunningGateway running = shared;
    if (running == null) {
      running = kept(Map.of());
      shared = running;
    }
    return running;
  }

  /** One of its own that several classes of tests use; it is stopped when all are done. */
  public static synchronized RunningGateway kept(
      Map<String, String> extra, Object... replacements) {
    RunningGateway running = start(extra, replacements);
    Runtime.getRuntime().addShutdownHook(new Thread(running::close, "close-gateway"));
    isOneKept = true;
    return running;
  }

  /** One of its own, with more in its environment and beans that stand in for ours. */
  public static RunningGateway start(Map<String, String> extra, Object... replacements) {
    return start(TestDatabase.fresh(), extra, replacements);
  }

  /** One on this database. */
  public static RunningGateway start(
      TestDatabase database, Map<String, String> extra, Object... replacements) {
    createTopics();
    return new RunningGateway(database, extra, replacements);
  }

  /** What the gateway is told; any free ports. */
  public static Map<String, String> environment(TestDatabase database) {
    return Map.of(
        "PUNCTUAL_DATABASE_URL", database.url(),
        "PUNCTUAL_DATABASE_USER", TestDatabase.PRODUCT.user(),
        "PUNCTUAL_SECRET_DATABASE_PASSWORD", TestDatabase.PRODUCT.password(),
        "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", TestServers.bootstrapServers(),
        "PUNCTUAL_GATEWAY_PORT", "0");
  }

  /** Afresh, unless they are in use. */
  private static synchronized void createTopics() {
    if (!isOneKept) {
      TestServers.recreateTopics(
          Arrays.stream(Topic.values())
              .collect(Collectors.toMap(Topic::wireName, Topic::partitions)));
    }
  }

  public TestDatabase database() {
    return database;
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public URI url() {
    return URI.create("http://localhost:" + server.getPort());
  }

  /** Somebody who is not signed in. */
  public Caller stranger() {
    return new Caller(url(), null, null);
  }

  /** Somebody new in New York, signed in. */
  public Caller person() {
    return person(TestDatabase.NEW_YORK);
  }

  /** Somebody new, signed in. */
  public Caller person(ZoneId zone) {
    Account account = new Account(new UserId(Uuid7.next()), "Ada", zone);
    SessionToken token = SessionToken.random();
    database
        .database()
        .write(
            connection -> {
              Accounts.insert(connection, account);
              Sessions.open(connection, token.hash(), account.id(), Duration.ofHours(1));
            });
    return new Caller(url(), account.id(), "punctual_session=" + token.text());
  }

  @Override
  public void close() {
    server.stop();
    context.close();
  }
}
