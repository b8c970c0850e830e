package dev.punctual.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.gateway.http.Answers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Gives an answer again, as it was, and says that it did. */
@Singleton
final class AnsweredBeforeHandler implements ExceptionHandler<AnsweredBefore, HttpResponse<?>> {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, AnsweredBefore before) {
    KeptAnswer kept = before.answer();
    MutableHttpResponse<byte[]> answer =
        HttpResponse.<byte[]>status(kept.status(), null)
            .header(REPLAYED, "true")
            .header(Answers.CHANGE_ID, kept.change().toString());
    if (kept.location() != null) {
      answer.header(HttpHeaders.LOCATION, kept.location());
    }
    if (kept.etag() != null) {
      answer.header(HttpHeaders.ETAG, kept.etag());
    }
    return kept.body() == null
        ? answer
        : answer.contentType(MediaType.APPLICATION_JSON_TYPE).body(kept.body().getBytes(UTF_8));
  }
}
