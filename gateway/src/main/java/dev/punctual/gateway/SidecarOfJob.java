package dev.punctual.gateway;

import dev.punctual.gateway.config.Environment;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The sidecar of a Job, which would keep the Job's pod alive when our part is done: {@code
 * PUNCTUAL_END_SIDECAR=true} ends it, whatever became of the command.
 */
final class SidecarOfJob {
  private static final int TIMEOUT_MILLIS = 5_000;

  private final Map<String, String> variables;

  private SidecarOfJob(Map<String, String> variables) {
    this.variables = variables;
  }

  static Optional<SidecarOfJob> of(Environment environment) {
    Map<String, String> variables = environment.variables();
    return variables.getOrDefault("PUNCTUAL_END_SIDECAR", "").equals("true")
        ? Optional.of(new SidecarOfJob(variables))
        : Optional.empty();
  }

  void end() {
    String port = variables.getOrDefault("DAPR_HTTP_PORT", "3500");
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/v1.0/shutdown")
                  .toURL()
                  .openConnection(Proxy.NO_PROXY);
      connection.setRequestMethod("POST");
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      String token = variables.get("DAPR_API_TOKEN");
      if (token != null) {
        connection.setRequestProperty("dapr-api-token", token);
      }
      int status = connection.getResponseCode();
      if (status >= 400) {
        System.err.println("gateway: the sidecar does not end: it answers " + status);
      }
    } catch (IOException e) {
      System.err.println("gateway: the sidecar cannot be told to end: " + e.getMessage());
    }
  }
}
