package dev.punctual.local.dapr;

import dev.punctual.local.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A daprd beside an application, on loopback, with the chart's manifests. It can be killed and
 * started again on the same ports and with the same tokens.
 */
public final class Sidecar implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  /** The namespace of all rendered manifests. */
  static final String NAMESPACE = "default";

  /**
   * @param appId Dapr's id of the application
   * @param configuration which of the chart's configurations it has
   * @param manifests what it loads
   * @param appPort where the application listens; 0: it is never called
   * @param scheduler host:port; null: there is none, and no jobs
   * @param internalPort where other sidecars reach it; 0: a free one
   * @param arguments more of daprd's own, such as {@code --max-body-size=64Mi}
   * @param environment more variables of daprd's
   */
  public record Settings(
      String appId,
      AppKind configuration,
      Manifests manifests,
      int appPort,
      @Nullable String scheduler,
      int internalPort,
      List<String> arguments,
      Map<String, String> environment) {
    public Settings {
      arguments = List.copyOf(arguments);
      environment = Map.copyOf(environment);
    }

    /** The gateway's, without an application port and without a scheduler. */
    public static Settings gateway(Manifests manifests) {
      return new Settings(
          Manifests.GATEWAY,
          AppKind.GATEWAY,
          manifests,
          0,
          null,
          manifests.gatewayInternalPort(),
          List.of(),
          Map.of());
    }

    /** The web server's. */
    public static Settings webapp(Manifests manifests) {
      return new Settings(
          Manifests.WEBAPP, AppKind.WEBAPP, manifests, 0, null, 0, List.of(), Map.of());
    }

    /** A function's: for secrets only. */
    public static Settings function(String appId, Manifests manifests) {
      return new Settings(appId, AppKind.FUNCTION, manifests, 0, null, 0, List.of(), Map.of());
    }

    public Settings withAppPort(int port) {
      return new Settings(
          appId, configuration, manifests, port, scheduler, internalPort, arguments, environment);
    }

    /** With jobs; see {@link Scheduler#address}. */
    public Settings withScheduler(String address) {
      return new Settings(
          appId, configuration, manifests, appPort, address, internalPort, arguments, environment);
    }

    /** For a second sidecar of the same application. */
    public Settings withFreeInternalPort() {
      return new Settings(
          appId, configuration, manifests, appPort, scheduler, 0, arguments, environment);
    }

    public Settings withAppId(String id) {
      return new Settings(
          id, configuration, manifests, appPort, scheduler, internalPort, arguments, environment);
    }

    public Settings withArguments(List<String> more) {
      return new Settings(
          appId, configuration, manifests, appPort, scheduler, internalPort, more, environment);
    }

    public Settings withEnvironment(Map<String, String> more) {
      return new Settings(
          appId, configuration, manifests, appPort, scheduler, internalPort, arguments, more);
    }
  }

  private final int httpPort = Ports.free();
  private final int grpcPort = Ports.free();
  private final String apiToken = UUID.randomUUID().toString();
  private final String appToken = UUID.randomUUID().toString();
  private final ChildProcess process;

  private Sidecar(Settings settings) {
    this.process =
        new ChildProcess(
            command(settings),
            variables(settings),
            // Its own health would wait for the application and the scheduler too.
            URI.create(url() + "/v1.0/healthz/outbound"),
            settings.manifests.folder().resolve(settings.appId + "-" + httpPort + ".log"));
  }

  /** Starts one and returns when its API can be used, the application there or not. */
  public static Sidecar start(Settings settings) {
    Sidecar sidecar = new Sidecar(settings);
    sidecar.startAgain();
    return sidecar;
  }

  /** What Dapr's injector gives the application. */
  public Map<String, String> environment() {
    return Map.of(
        "DAPR_HTTP_PORT",
        Integer.toString(httpPort),
        "DAPR_GRPC_PORT",
        Integer.toString(grpcPort),
        "DAPR_API_TOKEN",
        apiToken,
        "APP_API_TOKEN",
        appToken);
  }

  /** Of its HTTP API, without a slash at the end. */
  public String url() {
    return "http://" + HOST + ":" + httpPort;
  }

  /** By which it knows the application, in the header {@code dapr-api-token}. */
  public String apiToken() {
    return apiToken;
  }

  /** By which the application knows it, in the same header. */
  public String appToken() {
    return appToken;
  }

  public Path log() {
    return process.log();
  }

  /** The log's last lines, for a failure's message. */
  public String lastLines() {
    return process.lastLines();
  }

  public boolean isRunning() {
    return process.isRunning();
  }

  /** SIGKILL. */
  public void kill() {
    process.kill();
  }

  /** SIGTERM: what is under way may end. */
  public void stop() {
    process.stop();
  }

  /** Brings it back, with the secrets and manifests as they are now; nothing when it runs. */
  public void startAgain() {
    process.start();
  }

  @Override
  public void close() {
    kill();
  }

  private Map<String, String> variables(Settings settings) {
    Map<String, String> variables = new TreeMap<>(settings.environment);
    variables.put("DAPR_API_TOKEN", apiToken);
    variables.put("APP_API_TOKEN", appToken);
    variables.put("NAMESPACE", NAMESPACE);
    variables.put("DAPR_HOST_IP", HOST);
    return variables;
  }

  private List<String> command(Settings settings) {
    int internalPort = settings.internalPort == 0 ? Ports.free() : settings.internalPort;
    List<String> command =
        new ArrayList<>(
            List.of(
                DaprBinaries.required().daprd().toString(),
                "--mode=standalone",
                "--app-id=" + settings.appId,
                "--dapr-listen-addresses=" + HOST,
                "--dapr-http-port=" + httpPort,
                "--dapr-grpc-port=" + grpcPort,
                "--dapr-internal-grpc-listen-address=" + HOST,
                "--dapr-internal-grpc-port=" + internalPort,
                "--enable-metrics=false",
                "--resources-path=" + settings.manifests.resources(),
                "--config=" + settings.manifests.configuration(settings.configuration)));
    if (settings.appPort != 0) {
      command.add("--app-port=" + settings.appPort);
    }
    if (settings.scheduler != null) {
      command.add("--scheduler-host-address=" + settings.scheduler);
    }
    command.addAll(settings.arguments);
    return command;
  }
}
