package dev.punctual.runtime.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Secrets by the sidecar's Secrets API (Dapr, "Secrets API reference"). The secret {@code
 * database-password} is the key {@code password} of the stored secret {@code punctual-database},
 * unless {@code PUNCTUAL_SECRET_REF_DATABASE_PASSWORD} says {@code secret/key}; the store is {@code
 * secretstore}, unless {@code PUNCTUAL_SECRET_STORE} names another.
 *
 * <p>Over the JDK's oldest client: a function's first secret takes 32–59 ms by it, ten times as
 * long by the newer one.
 */
public final class DaprSecrets implements Secrets {
  private static final String REFERENCE = "PUNCTUAL_SECRET_REF_";
  private static final int CONNECT_MILLIS = 1_000;
  private static final int READ_MILLIS = 5_000;

  /** A sidecar starts beside its application, not before it. */
  private static final long FIRST_PATIENCE_NANOS = 30_000_000_000L;

  private static final long LATER_PATIENCE_NANOS = 2_000_000_000L;
  private static final long PAUSE_MILLIS = 50;

  private final Map<String, String> environment;
  private final String store;
  private final String address;
  private volatile boolean answered;

  /**
   * @param environment {@code DAPR_HTTP_PORT} and {@code DAPR_API_TOKEN}, as Dapr sets them, beside
   *     our own variables
   */
  public DaprSecrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.store = environment.getOrDefault("PUNCTUAL_SECRET_STORE", "secretstore");
    String port = environment.getOrDefault("DAPR_HTTP_PORT", "");
    if (port.isEmpty()) {
      throw new IllegalArgumentException(
          "DAPR_HTTP_PORT is missing: " + Adapters.VARIABLE + "=dapr needs a sidecar");
    }
    this.address = "http://127.0.0.1:" + port + "/v1.0/secrets/" + encode(store) + "/";
  }

  @Override
  public String secret(String name) {
    String reference = reference(name);
    int slash = reference.indexOf('/');
    String stored = reference.substring(0, slash);
    String key = reference.substring(slash + 1);
    Answer answer = ask(stored);
    Object value = answer.status == 200 ? answer.values(name).get(key) : null;
    if (value instanceof String text) {
      return text.strip();
    }
    throw new SecretMissing(
        name,
        "the secret store "
            + store
            + " (key "
            + key
            + " of "
            + stored
            + (answer.status == 200 ? "" : "; the sidecar answers " + answer.status)
            + ")");
  }

  private String reference(String name) {
    String variable = REFERENCE + name.toUpperCase(Locale.ROOT).replace('-', '_');
    int dash = name.indexOf('-');
    String usual = "punctual-" + name.substring(0, dash) + "/" + name.substring(dash + 1);
    String reference = environment.getOrDefault(variable, usual);
    if (reference.indexOf('/') < 1 || reference.endsWith("/")) {
      throw new IllegalArgumentException(variable + " must be secret/key, not " + reference);
    }
    return reference;
  }

  private Answer ask(String stored) {
    long end = System.nanoTime() + (answered ? LATER_PATIENCE_NANOS : FIRST_PATIENCE_NANOS);
    // A missing secret is a 500, too: it is asked for again a while, at the start only.
    long hiccup = System.nanoTime() + (answered ? 0 : LATER_PATIENCE_NANOS);
    while (true) {
      try {
        Answer answer = get(stored);
        if (answer.status < 500 || System.nanoTime() >= hiccup) {
          answered = true;
          return answer;
        }
        pause();
      } catch (ConnectException e) {
        if (System.nanoTime() >= end) {
          throw new UncheckedIOException("the sidecar does not answer", e);
        }
        pause();
      } catch (IOException e) {
        throw new UncheckedIOException("the sidecar does not answer", e);
      }
    }
  }

  private Answer get(String stored) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(address + encode(stored)).toURL().openConnection(Proxy.NO_PROXY);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    String token = environment.get("DAPR_API_TOKEN");
    if (token != null) {
      connection.setRequestProperty("dapr-api-token", token);
    }
    int status = connection.getResponseCode();
    try (InputStream body =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Answer(status, body == null ? new byte[0] : body.readAllBytes());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    }
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
  }

  /** What the sidecar said; never printed, since it may hold secrets. */
  private record Answer(int status, byte[] body) {
    Map<?, ?> values(String name) {
      try {
        @Nullable Object tree = Json.parse(body);
        return tree instanceof Map<?, ?> values ? values : Map.of();
      } catch (JsonRefused e) {
        throw new UncheckedIOException(
            new IOException("the sidecar's answer for " + name + " cannot be read"));
      }
    }

    @Override
    public String toString() {
      return "an answer with status " + status;
    }
  }
}
