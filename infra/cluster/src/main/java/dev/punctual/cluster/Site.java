package dev.punctual.cluster;

import dev.punctual.local.servers.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an installation stands on: Kafka, PostgreSQL and a namespace of its own. Nothing of it stays
 * but what was given.
 */
public final class Site implements AutoCloseable {
  private final Path folder;
  private final DataServers servers;
  private final ClusterProgram kubectl;
  private final Release release;
  private final Thread exitHook = new Thread(this::clear, "clear-site");

  /**
   * What is asked for.
   *
   * @param home the repository's root
   * @param namespace that must not exist
   * @param kafka host:port as pods and this machine reach it; null: one is started
   * @param postgres a JDBC URL as pods and this machine reach it; null: one is started
   */
  public record Settings(
      Path home, String namespace, @Nullable String kafka, @Nullable String postgres) {}

  private Site(Path folder, DataServers servers, ClusterProgram kubectl, Release release) {
    this.folder = folder;
    this.servers = servers;
    this.kubectl = kubectl;
    this.release = release;
  }

  /** Starts the servers and makes the namespace, empty as yet. */
  public static Site open(Settings settings) {
    ClusterProgram kubectl = ClusterProgram.kubectl(settings.namespace());
    ClusterProgram helm = ClusterProgram.helm(settings.namespace());
    Path chart = settings.home().resolve("helm/punctual");
    String built = helm.run("dependency", "build", chart.toString());
    if (built.isEmpty()) {
      throw new Failed("helm dependency build said nothing about " + chart + ".");
    }
    String created = kubectl.run("create", "namespace", settings.namespace());
    Site site = null;
    Path folder = null;
    try {
      folder = Files.createTempDirectory(Files.createDirectories(target(settings)), "cluster");
      DataServers servers =
          new DataServers(folder, node(kubectl), settings.kafka(), settings.postgres());
      Path values = folder.resolve("values.yaml");
      site = new Site(folder, servers, kubectl, new Release(helm, chart, values));
      Runtime.getRuntime().addShutdownHook(site.exitHook);
      // Who tests is no pod of this namespace.
      Files.writeString(
          values,
          servers.values()
              + "networkPolicy: {webappPeers: [{podSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}]}\n");
      return site;
    } catch (IOException e) {
      throw new Failed("No data folder can be made: " + e.getMessage(), e);
    } finally {
      if (site == null) {
        System.err.println("punctual: " + created + ", and is deleted again");
        String unused = kubectl.run("delete", "namespace", settings.namespace());
        if (folder != null) {
          delete(folder);
        }
      }
    }
  }

  /** Without them an installation is refused. */
  public void bringSecrets() {
    bringSecret("punctual-database-owner", servers.password());
    bringSecret("punctual-database", UUID.randomUUID().toString());
  }

  private void bringSecret(String name, String password) {
    String unused =
        kubectl.feed(
            password, "create", "secret", "generic", name, "--from-file=password=/dev/stdin");
  }

  public DataServers servers() {
    return servers;
  }

  public ClusterProgram kubectl() {
    return kubectl;
  }

  public Release release() {
    return release;
  }

  /** An address of the cluster's first node. */
  public String node() {
    return node(kubectl);
  }

  @Override
  public void close() {
    clear();
    boolean unused = Runtime.getRuntime().removeShutdownHook(exitHook);
  }

  private void clear() {
    try {
      // A namespace alone would take the secrets from pods that still end.
      String unused = release.uninstall();
      unused = kubectl.run("delete", "namespace", kubectl.namespace(), "--ignore-not-found");
    } catch (Failed e) {
      System.err.println("punctual: " + e.getMessage());
    } finally {
      servers.close();
      delete(folder);
    }
  }

  private static Path target(Settings settings) {
    // On the disk that a person's data would be on: the temporary folder may be none.
    return settings.home().resolve("target");
  }

  private static String node(ClusterProgram kubectl) {
    return kubectl.run(
        "get",
        "nodes",
        "--output=jsonpath={.items[0].status.addresses[?(@.type=='InternalIP')].address}");
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      System.err.println("punctual: " + folder + " stays behind: " + e.getMessage());
    }
  }
}
