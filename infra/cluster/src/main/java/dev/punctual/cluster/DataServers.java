package dev.punctual.cluster;

import dev.punctual.local.servers.EmbeddedKafka;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.store.Database;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kafka and PostgreSQL as pods and this machine reach them: given, or started here. */
public final class DataServers implements AutoCloseable {
  private static final String DATABASE = "punctual";

  private final List<AutoCloseable> started = new ArrayList<>();
  private final String kafka;
  private final String jdbcUrl;
  private final String user;
  private final String password;

  /**
   * Starts what is not given.
   *
   * @param folder where started ones keep their data
   * @param node an address of the cluster's node: they listen where this machine is seen from there
   * @param kafka host:port; null: one is started
   * @param postgres a JDBC URL, of the owner, with name and password from {@code
   *     PUNCTUAL_DATABASE_OWNER} and {@code PUNCTUAL_SECRET_DATABASE_OWNER_PASSWORD}; null: one is
   *     started
   */
  DataServers(Path folder, String node, @Nullable String kafka, @Nullable String postgres) {
    String host = seenFrom(node);
    if (postgres == null) {
      user = EmbeddedPostgres.USER;
      password = UUID.randomUUID().toString();
      EmbeddedPostgres server =
          EmbeddedPostgres.start(
              new EmbeddedPostgres.Settings(
                  folder.resolve("postgres"), host, 0, true, password, false));
      started.add(server);
      server.createDatabase(DATABASE);
      jdbcUrl = server.jdbcUrl(DATABASE);
    } else {
      user = System.getenv().getOrDefault("PUNCTUAL_DATABASE_OWNER", "punctual");
      password = System.getenv().getOrDefault("PUNCTUAL_SECRET_DATABASE_OWNER_PASSWORD", "");
      jdbcUrl = postgres;
    }
    this.kafka = kafka == null ? startKafka(folder.resolve("kafka"), host) : kafka;
  }

  /** Brokers, host:port. */
  public String kafka() {
    return kafka;
  }

  public String password() {
    return password;
  }

  public Database database() {
    return Databases.at(jdbcUrl, user, password);
  }

  /** What the chart is told of them, as YAML. */
  String values() {
    return values(kafka, jdbcUrl, user);
  }

  static String values(String kafka, String jdbcUrl, String user) {
    URI url = URI.create(jdbcUrl.substring("jdbc:".length()));
    String query = url.getQuery();
    String mode = query == null || !query.contains("sslmode=") ? "sslmode=disable" : query;
    return """
    global:
      kafka: {brokers: "%s"}
      postgres: {host: "%s", port: %d, database: "%s", owner: {user: "%s"}, sslMode: %s}
    """
        .formatted(
            kafka,
            url.getHost(),
            url.getPort() < 0 ? 5432 : url.getPort(),
            url.getPath().substring(1),
            user,
            mode.replaceFirst(".*sslmode=([a-z-]+).*", "$1"));
  }

  @Override
  public void close() {
    for (AutoCloseable server : started.reversed()) {
      try {
        server.close();
      } catch (Exception e) {
        System.err.println("punctual: a server does not stop: " + e.getMessage());
      }
    }
  }

  private String startKafka(Path data, String host) {
    try {
      EmbeddedKafka server =
          EmbeddedKafka.start(new EmbeddedKafka.Settings(data, host, 0, false, Map.of()));
      started.add(server);
      return server.bootstrapServers();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The address from which this machine would speak to another one; nothing is sent. */
  private static String seenFrom(String node) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(node, 9));
      return socket.getLocalAddress().getHostAddress();
    } catch (IOException e) {
      throw new Failed("This machine has no way to the cluster's node " + node + ".", e);
    }
  }
}
