package dev.punctual.local.invocation;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.local.dapr.ChildProcess;
import dev.punctual.local.dapr.Manifests;
import dev.punctual.local.dapr.Sidecar;
import dev.punctual.local.servers.Folders;
import dev.punctual.local.servers.Ports;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.Login;
import dev.punctual.store.Migrations;
import dev.punctual.store.Sessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/** nginx with a sidecar, the gateway with one, and people. */
final class Web implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Login PRODUCT = new Login("punctual_app", "a password of the tests");

  private final Database database;
  private final int gatewayPort = Ports.free();
  private final int nginxPort = Ports.free();
  private final Path page;
  final ChildProcess gateway;
  final ChildProcess nginx;
  final Sidecar gatewaySidecar;
  final Sidecar webSidecar;

  Web(Path folder) {
    TestServers.recreateTopics(
        Arrays.stream(Topic.values())
            .collect(Collectors.toMap(Topic::wireName, Topic::partitions)));
    this.page = temporary();
    String url = TestServers.freshDatabase();
    Migrations.migrate(
        url, new Login(TestServers.databaseUser(), TestServers.databasePassword()), PRODUCT);
    this.database = database(url);
    Manifests manifests =
        Manifests.render(
            folder,
            TestServers.bootstrapServers(),
            new Manifests.Database(
                HOST,
                TestServers.postgres().port(),
                url.substring(url.lastIndexOf('/') + 1),
                PRODUCT.user(),
                PRODUCT.password()),
            Map.of());
    this.gateway = gateway(url, folder);
    gateway.start();
    this.gatewaySidecar =
        Sidecar.start(Sidecar.Settings.gateway(manifests).withAppPort(gatewayPort));
    this.webSidecar = Sidecar.start(Sidecar.Settings.webapp(manifests));
    this.nginx = nginx(folder);
    nginx.start();
  }

  /** As a browser sees it. */
  URI url() {
    return URI.create("http://" + HOST + ":" + nginxPort);
  }

  /** The gateway itself. */
  URI direct() {
    return URI.create("http://" + HOST + ":" + gatewayPort);
  }

  /** The cookie of somebody new. */
  String person(String name) {
    Account account = new Account(new UserId(Uuid7.next()), name, ZoneId.of("UTC"));
    SessionToken token = SessionToken.random();
    database.write(
        connection -> {
          Accounts.insert(connection, account);
          Sessions.open(connection, token.hash(), account.id(), Duration.ofHours(1));
        });
    return "punctual_session=" + token.text();
  }

  /** What nginx wrote about requests for a path: the server that each was passed to. */
  List<String> passedTo(String path) {
    try (var lines = Files.lines(nginx.log())) {
      return lines
          .filter(line -> line.contains(" " + path + " ") && line.contains(" to="))
          .map(line -> line.substring(line.lastIndexOf("to=") + 3))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String gatewayAddress() {
    return direct().getAuthority();
  }

  String sidecarAddress() {
    return URI.create(webSidecar.url()).getAuthority();
  }

  @Override
  public void close() {
    nginx.stop();
    webSidecar.close();
    gatewaySidecar.close();
    gateway.close();
    try {
      Folders.delete(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ChildProcess gateway(String databaseUrl, Path folder) {
    return new ChildProcess(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.punctual.gateway.Main"),
        Map.of(
            "PUNCTUAL_DATABASE_URL",
            databaseUrl,
            "PUNCTUAL_DATABASE_USER",
            PRODUCT.user(),
            "PUNCTUAL_SECRET_DATABASE_PASSWORD",
            PRODUCT.password(),
            "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS",
            TestServers.bootstrapServers(),
            "PUNCTUAL_GATEWAY_PORT",
            Integer.toString(gatewayPort)),
        direct().resolve("/api/v1/openapi.yaml"),
        folder.resolve("gateway.log"));
  }

  private ChildProcess nginx(Path folder) {
    Path images = repository().resolve("infra/images/webapp");
    Map<String, String> environment = new TreeMap<>(webSidecar.environment());
    environment.putAll(
        Map.of(
            "NGINX",
            NeedsNginx.Condition.find().orElseThrow().toString(),
            "NGINX_LISTEN",
            HOST + ":" + nginxPort,
            "NGINX_ROOT",
            page().toString(),
            "TMPDIR",
            page.toString(),
            "GATEWAY_HOST",
            HOST,
            "GATEWAY_PORT",
            Integer.toString(gatewayPort)));
    return new ChildProcess(
        // Killed, the master would leave its workers behind: it is asked to end instead.
        List.of("setpriv", "--pdeathsig", "TERM", images.resolve("nginx-start").toString()),
        environment,
        url().resolve("/ready"),
        folder.resolve("nginx.log"));
  }

  /** A web app of three files, readable for nginx' own user. */
  private Path page() {
    try {
      Path root = page.resolve("root");
      Files.createDirectories(root.resolve("assets"));
      Files.writeString(root.resolve("index.html"), "<!doctype html><title>Punctual</title>");
      Files.writeString(root.resolve("assets/app-1.js"), "// " + "x".repeat(2_000));
      Files.writeString(root.resolve("manifest.webmanifest"), "{}");
      Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rwxr-xr-x"));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("punctual-web");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("infra/images/webapp/nginx-start"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static Database database(String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(PRODUCT.user());
    source.setPassword(PRODUCT.password());
    return new Database(source);
  }
}
