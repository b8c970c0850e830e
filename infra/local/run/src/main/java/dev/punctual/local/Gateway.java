package dev.punctual.local;

import dev.punctual.local.process.ManagedProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A gateway process and where it answers.
 *
 * @param url without a path, reachable from this machine
 */
public record Gateway(ManagedProcess process, URI url) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MAX_LOG_LINES = 3;

  static URI url(String host, int port) {
    boolean everywhere = host.equals("0.0.0.0") || host.equals("::");
    String shown =
        everywhere || host.equals("127.0.0.1")
            ? "localhost"
            : host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + port);
  }

  /** Returns when it answers over HTTP, whatever it answers; refuses when it ends before. */
  void awaitAnswer(BooleanSupplier abandoned) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive()) {
        throw new Refusal(
            "The gateway ended with status "
                + process.status()
                + " before it answered; "
                + process.log().path()
                + " ends with: "
                + String.join(" | ", process.log().tail(MAX_LOG_LINES)));
      }
      if (abandoned.getAsBoolean() || Instant.now().isAfter(end)) {
        throw new Refusal("The gateway did not answer; see " + process.log().path() + ".");
      }
      pause();
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) url.resolve("/api/v1/openapi.yaml").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      try {
        return connection.getResponseCode() > 0;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(30);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while the gateway started.", e);
    }
  }
}
