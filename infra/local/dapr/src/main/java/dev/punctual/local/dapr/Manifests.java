package dev.punctual.local.dapr;

import dev.punctual.local.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The manifests of the chart in {@code dapr/}, as files for a daprd without a cluster. Only what
 * needs one is replaced, by values: the secret store reads a file and answers as the cluster's
 * would, names resolve to this machine, callers have no certificates.
 */
public final class Manifests {
  /** The gateway's app id. */
  public static final String GATEWAY = "punctual-gateway";

  /** The web server's app id. */
  public static final String WEBAPP = "punctual-webapp";

  private final Path folder;
  private final int gatewayInternalPort = Ports.free();

  private Manifests(Path folder) {
    this.folder = folder;
  }

  /**
   * Renders into the folder, where the sidecars write their logs too.
   *
   * @param secrets the stored secrets: key and value by key's name, by the secret's name
   * @param values more of the chart's values, as YAML; they win
   */
  public static Manifests render(
      Path folder, Map<String, Map<String, String>> secrets, String values) {
    Manifests manifests = new Manifests(folder.toAbsolutePath());
    try {
      Files.createDirectories(manifests.resources());
      manifests.writeSecrets(secrets);
      Map<String, Object> all = manifests.localValues();
      Object more = new Yaml(new SafeConstructor(new LoaderOptions())).load(values);
      if (more instanceof Map<?, ?> map) {
        merge(all, Chart.named(map));
      }
      Path file = folder.resolve("values.yaml");
      Files.writeString(file, yaml(all));
      for (Map<String, Object> object : Chart.find().objects(file)) {
        manifests.write(object);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return manifests;
  }

  /**
   * Renders for these servers, without authentication at Kafka; {@code punctual-database} holds the
   * database's password.
   */
  public static Manifests render(
      Path folder, String kafkaBrokers, Database database, Map<String, Map<String, String>> more) {
    Map<String, Map<String, String>> secrets = new LinkedHashMap<>(more);
    secrets.putIfAbsent("punctual-database", Map.of("password", database.password()));
    return render(folder, secrets, values(kafkaBrokers, database));
  }

  /** Where the database is that holds state. */
  public record Database(String host, int port, String name, String user, String password) {
    @Override
    public String toString() {
      return user + "@" + host + ":" + port + "/" + name;
    }
  }

  /** The chart's values for these servers, as YAML. */
  public static String values(String kafkaBrokers, Database database) {
    return """
        kafka: {brokers: "%s"}
        postgres: {host: "%s", port: %d, database: "%s", user: "%s"}
        """
        .formatted(
            kafkaBrokers, database.host(), database.port(), database.name(), database.user());
  }

  /** Replaces what the secret store holds; a sidecar reads it when it starts. */
  public void writeSecrets(Map<String, Map<String, String>> secrets) {
    try {
      Files.writeString(secretsFile(), json(new LinkedHashMap<>(secrets)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For daprd's {@code --resources-path}. */
  public Path resources() {
    return folder.resolve("resources");
  }

  /** For daprd's {@code --config}. */
  public Path configuration(AppKind kind) {
    return folder.resolve(kind.configuration() + ".yaml");
  }

  Path folder() {
    return folder;
  }

  /** Where the web server's sidecar looks for the gateway's. */
  int gatewayInternalPort() {
    return gatewayInternalPort;
  }

  private Path secretsFile() {
    return folder.resolve("secrets.json");
  }

  private Map<String, Object> localValues() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(
        "secretStore",
        Map.of(
            "type",
            "secretstores.local.file",
            "metadata",
            Map.of("secretsFile", secretsFile().toString(), "multiValued", "true")));
    values.put("accessControl", Map.of("enabled", false));
    values.put("nameResolution", Map.of("template", "127.0.0.1:" + gatewayInternalPort));
    return values;
  }

  private void write(Map<String, Object> object) throws IOException {
    String kind = String.valueOf(object.get("kind"));
    String name =
        object.get("metadata") instanceof Map<?, ?> metadata
            ? String.valueOf(metadata.get("name"))
            : "unnamed";
    Path file =
        kind.equals("Configuration")
            ? folder.resolve(name + ".yaml")
            : resources().resolve(kind + "-" + name + ".yaml");
    Files.writeString(file, yaml(object));
  }

  private static String yaml(Map<String, ?> tree) {
    return new Yaml().dump(tree);
  }

  /** What holds nothing but texts is JSON too, in this style. */
  private static String json(Map<String, ?> texts) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
    options.setDefaultScalarStyle(DumperOptions.ScalarStyle.DOUBLE_QUOTED);
    options.setWidth(Integer.MAX_VALUE);
    options.setSplitLines(false);
    return new Yaml(options).dump(texts);
  }

  private static void merge(Map<String, Object> into, Map<String, Object> from) {
    from.forEach(
        (key, value) -> {
          if (into.get(key) instanceof Map<?, ?> old && value instanceof Map<?, ?> fresh) {
            Map<String, Object> both = Chart.named(old);
            merge(both, Chart.named(fresh));
            into.put(key, both);
          } else {
            into.put(key, value);
          }
        });
  }
}
