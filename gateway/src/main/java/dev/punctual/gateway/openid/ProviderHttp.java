package dev.punctual.gateway.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.JsonRefused;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON from a provider. */
final class ProviderHttp {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  // Redirects are not followed: what is configured is what is asked.
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Reads an object.
   *
   * @throws ProviderRefused when there is none
   */
  Map<?, ?> get(URI url) {
    return send(HttpRequest.newBuilder(url));
  }

  /** As {@link #get}, with a form. */
  Map<?, ?> post(URI url, Map<String, String> form, String authorization) {
    return send(
        HttpRequest.newBuilder(url)
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form))));
  }

  /** A form, as it also stands behind the question mark of a URL. */
  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Map<?, ?> send(HttpRequest.Builder request) {
    HttpRequest asked = request.timeout(PATIENCE).header("Accept", "application/json").build();
    try {
      HttpResponse<byte[]> answer = client.send(asked, BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200 && Json.parse(answer.body()) instanceof Map<?, ?> object) {
        return object;
      }
      throw new ProviderRefused(asked.uri() + " answers " + answer.statusCode());
    } catch (IOException | JsonRefused e) {
      throw new ProviderRefused(asked.uri() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderRefused("interrupted", e);
    }
  }
}
