package dev.punctual.local.product;

import dev.punctual.local.BuiltPrograms;
import dev.punctual.local.Programs;
import dev.punctual.local.dapr.Manifests;
import dev.punctual.local.dapr.Scheduler;
import dev.punctual.local.dapr.Sidecar;
import dev.punctual.local.dapr.Sidecar.Settings;
import dev.punctual.local.servers.EmbeddedPostgres;
import dev.punctual.local.servers.Ports;
import dev.punctual.runtime.secrets.Adapters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The built programs, each with a daprd beside it, as in a cluster. Only the secret store has the
 * password with which they come to the database.
 */
public final class WithSidecars implements Programs, AutoCloseable {
  private static final String GATEWAY = "gateway";

  private final Programs built;
  private final Path folder;
  private final int gatewayPort = Ports.free();
  private final Map<String, Sidecar> sidecars = new HashMap<>();
  private @Nullable Scheduler scheduler;
  private @Nullable Manifests manifests;
  private String ownerUrl = "";
  private String role = "";
  private String password = "";

  private WithSidecars(Programs built, Path folder) {
    this.built = built;
    this.folder = folder;
  }

  /** The programs built in this repository. */
  public static WithSidecars of(Path home) {
    try {
      return new WithSidecars(
          new BuiltPrograms(home, line -> {}), Files.createTempDirectory("punctual-dapr"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the gateway's sidecar expects the gateway. */
  public int gatewayPort() {
    return gatewayPort;
  }

  /** Where the logs of sidecars and scheduler are. */
  Path folder() {
    return folder;
  }

  /** The role's password. */
  String password() {
    return password;
  }

  /**
   * Changes the role's password, in the database and in the secret store, and ends its connections.
   */
  synchronized void changePassword(String next) {
    password = next;
    present(manifests).writeSecrets(secrets());
    // A cluster's store is asked each time; that of this sidecar reads its file when it starts.
    sidecars.values().forEach(Sidecar::kill);
    sidecars.values().forEach(Sidecar::startAgain);
    asOwner(
        "ALTER ROLE " + role + " PASSWORD '" + next + "'",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
  }

  @Override
  public List<String> function(String name) {
    return built.function(name);
  }

  @Override
  public List<String> gateway(List<String> arguments) {
    return built.gateway(arguments);
  }

  @Override
  public synchronized Map<String, String> environment(String program, Map<String, String> told) {
    if (manifests == null) {
      prepare(told);
    }
    Map<String, String> environment =
        new HashMap<>(sidecars.computeIfAbsent(program, this::start).environment());
    environment.put(Adapters.VARIABLE, "dapr");
    environment.put("PUNCTUAL_SECRETS_DIR", folder.resolve("nothing").toString());
    return environment;
  }

  @Override
  public synchronized void close() {
    sidecars.values().forEach(Sidecar::close);
    if (scheduler != null) {
      scheduler.close();
    }
  }

  private void prepare(Map<String, String> told) {
    String url = present(told.get("PUNCTUAL_DATABASE_URL"));
    Path secrets = Path.of(present(told.get("PUNCTUAL_SECRETS_DIR")));
    ownerUrl =
        url
            + separator(url)
            + "user="
            + EmbeddedPostgres.USER
            + "&password="
            + text(secrets.resolveSibling("owner-password"));
    role = present(told.get("PUNCTUAL_DATABASE_USER"));
    password = text(secrets.resolve("database-password"));
    URI server = URI.create(url.substring("jdbc:".length()));
    String database = server.getPath().substring(1);
    manifests =
        Manifests.render(
            folder,
            secrets(),
            Manifests.values(
                present(told.get("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS")),
                new Manifests.Database(
                    server.getHost(), server.getPort(), database, role, password)));
    scheduler = Scheduler.start(folder);
  }

  private Sidecar start(String program) {
    Manifests rendered = present(manifests);
    return Sidecar.start(
        program.equals(GATEWAY)
            ? Settings.gateway(rendered)
                .withAppPort(gatewayPort)
                .withScheduler(present(scheduler).address())
            : Settings.function(program, rendered));
  }

  private Map<String, Map<String, String>> secrets() {
    return Map.of("punctual-database", Map.of("password", password));
  }

  private void asOwner(String... statements) {
    try (Connection connection = DriverManager.getConnection(ownerUrl);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String separator(String url) {
    return url.contains("?") ? "&" : "?";
  }

  private static <T> T present(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not prepared yet");
    }
    return part;
  }
}
