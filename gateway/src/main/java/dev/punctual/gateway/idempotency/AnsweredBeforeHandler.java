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
        HttpResponse.<byte[]>status(kept.status(), null).header(REPLAYED, "true");
    if (!kept.change().equals(KeyedRequest.NOTHING)) {
      answer.header(Answers.CHANGE_ID, kept.change().toString());
    }
    if (kept.location() != null) {
      answer.header(HttpHeaders.LOCATION, kept.location());
    }
    if (kept.etag() != null) {
      answer.header(HttpHeaders.ETAG, kept.etag());
    }
    if (kept.body() != null && isStream(request)) {
      return answer.contentType(MediaType.TEXT_EVENT_STREAM_TYPE).body(told(kept.body()));
    }
    return kept.body() == null
        ? answer
        : answer.contentType(MediaType.APPLICATION_JSON_TYPE).body(kept.body().getBytes(UTF_8));
  }

  /** A turn of the assistant is all that takes a key and may be streamed. */
  private static boolean isStream(HttpRequest<?> request) {
    String accept = request.getHeaders().get(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM);
  }

  private static byte[] told(String body) {
    return ("event: result\ndata: " + body + "\n\nevent: done\ndata: {}\n\n").getBytes(UTF_8);
  }
}
