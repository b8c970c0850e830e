package dev.punctual.local.dapr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.punctual.local.servers.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may invoke the gateway, with mutual TLS and Dapr's own certificate authority. */
@NeedsDapr
class AccessControlIT {
  private static final String HOST = "127.0.0.1";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private ChildProcess authority;
  private HttpServer app;
  private Manifests manifests;
  private Sidecar gateway;
  private int authorityPort;

  @BeforeEach
  void start() throws IOException {
    Path sentry = DaprBinaries.required().daprd().resolveSibling("sentry");
    assumeTrue(Need.DAPR.isRequired() || Files.isExecutable(sentry), "no sentry beside daprd");
    authority = authority(sentry);
    authority.start();
    app = HttpServer.create(new InetSocketAddress(HOST, 0), 0);
    app.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    app.createContext(
        "/",
        exchange -> {
          byte[] path = exchange.getRequestURI().toString().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, path.length);
          exchange.getResponseBody().write(path);
          exchange.close();
        });
    app.start();
    manifests =
        Manifests.render(
            folder, Map.of(), "{accessControl: {enabled: true}, kafka: {brokers: '127.0.0.1:1'}}");
    gateway =
        Sidecar.start(
            trusted(Sidecar.Settings.gateway(manifests).withAppPort(app.getAddress().getPort())));
  }

  @AfterEach
  void stop() {
    if (gateway != null) {
      gateway.close();
      app.stop(0);
      authority.close();
    }
  }

  @Test
  void letsTheWebServerInNowhereElseThanTheInterface() throws Exception {
    try (Sidecar web = Sidecar.start(trusted(Sidecar.Settings.webapp(manifests)))) {
      assertThat(invoke(web, "api/v1/tasks/1?q=a%20b")).isEqualTo("200 /api/v1/tasks/1?q=a%20b");
      assertThat(invoke(web, "job/wake-1")).startsWith("403 ");
      assertThat(invoke(web, "api/v1/../../job/wake-1")).startsWith("403 ");
      assertThat(invoke(web, "API/v1/..%2f..%2fjob%2fwake-1")).startsWith("403 ");
      assertThat(invoke(web, "dapr/config")).startsWith("403 ");
    }
  }

  @Test
  void letsNobodyElseIn() throws Exception {
    Sidecar.Settings other = Sidecar.Settings.webapp(manifests).withAppId("somebody-else");
    try (Sidecar intruder = Sidecar.start(trusted(other))) {
      assertThat(invoke(intruder, "api/v1/tasks")).startsWith("403 ");
    }
    try (Sidecar function =
        Sidecar.start(trusted(Sidecar.Settings.function("any-function", manifests)))) {
      assertThat(invoke(function, "api/v1/tasks")).startsWith("404 ");
    }
  }

  private ChildProcess authority(Path sentry) throws IOException {
    Files.createDirectories(folder.resolve("ca"));
    Path configuration =
        Files.writeString(
            folder.resolve("daprsystem.yaml"),
            "{apiVersion: dapr.io/v1alpha1, kind: Configuration, metadata: {name: daprsystem},"
                + " spec: {mtls: {enabled: true}}}");
    authorityPort = Ports.free();
    int health = Ports.free();
    return new ChildProcess(
        List.of(
            sentry.toString(),
            "--mode=standalone",
            "--config=" + configuration,
            "--issuer-credentials=" + folder.resolve("ca"),
            "--listen-address=" + HOST,
            "--port=" + authorityPort,
            "--healthz-listen-address=" + HOST,
            "--healthz-port=" + health,
            "--enable-metrics=false",
            "--trust-domain=localhost"),
        Map.of("NAMESPACE", Sidecar.NAMESPACE),
        URI.create("http://" + HOST + ":" + health + "/healthz"),
        folder.resolve("sentry.log"));
  }

  private Sidecar.Settings trusted(Sidecar.Settings settings) throws IOException {
    return settings
        .withArguments(
            List.of(
                "--enable-mtls",
                "--sentry-address=" + HOST + ":" + authorityPort,
                "--control-plane-trust-domain=localhost",
                "--control-plane-namespace=" + Sidecar.NAMESPACE))
        .withEnvironment(
            Map.of("DAPR_TRUST_ANCHORS", Files.readString(folder.resolve("ca/ca.crt"))));
  }

  /** Status and body. */
  private String invoke(Sidecar sidecar, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(sidecar.url() + "/v1.0/invoke/punctual-gateway/method/" + method))
            .header("dapr-api-token", sidecar.apiToken())
            .build();
    var answer = client.send(request, BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
