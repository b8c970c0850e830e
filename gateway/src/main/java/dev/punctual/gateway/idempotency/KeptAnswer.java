package dev.punctual.gateway.idempotency;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.json.Json;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a write was answered with.
 *
 * @param body JSON, at most {@link #MAX_BODY} bytes in UTF-8; null: there was none
 */
record KeptAnswer(
    ChangeId change,
    int status,
    @Nullable String location,
    @Nullable String etag,
    @Nullable String body) {
  /** What is larger is not kept. */
  static final int MAX_BODY = 256 * 1024;

  /** The answer as it can be given again; empty: it cannot. */
  static Optional<KeptAnswer> of(HttpResponse<?> response, ChangeId change) {
    Object body = response.body();
    if (response.code() >= 300 || body != null && !(body instanceof Record)) {
      return Optional.empty();
    }
    String json = body == null ? null : Json.write(body);
    return json != null && json.getBytes(StandardCharsets.UTF_8).length > MAX_BODY
        ? Optional.empty()
        : Optional.of(
            new KeptAnswer(
                change,
                response.code(),
                response.getHeaders().get(HttpHeaders.LOCATION),
                response.getHeaders().get(HttpHeaders.ETAG),
                json));
  }
}
