package dev.punctual.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Database;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads {@code Idempotency-Key} of every POST. What it means is in the transactions of the write:
 * here the request only gets its key, which becomes that of the person who writes.
 */
@ServerFilter("/api/v1/**")
final class IdempotencyFilter {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,255}");

  private final Database database;

  IdempotencyFilter(Database database) {
    this.database = database;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    String key = request.getHeaders().get(HEADER);
    if (key == null || request.getMethod() != HttpMethod.POST) {
      return;
    }
    if (!KEY.matcher(key).matches() || key.isBlank()) {
      throw new Refused(
          ProblemCode.INVALID_VALUE, HEADER, "A key has 1 to 255 printable characters of ASCII.");
    }
    request.setAttribute(
        KeyedRequest.ATTRIBUTE, new KeyedRequest(key, hash(request), isToldOnce(request)));
  }

  /** What took several transactions is answered when all have been committed. */
  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    request
        .getAttribute(KeyedRequest.ATTRIBUTE, KeyedRequest.class)
        .ifPresent(
            keyed ->
                keyed.unanswered().ifPresent(change -> keyed.keep(database, response, change)));
  }

  private static boolean isToldOnce(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(route -> route.getAnnotationMetadata().hasAnnotation(ToldOnce.class))
        .isPresent();
  }

  /** Of method, address and body. */
  private static CompletableFuture<byte[]> hash(HttpRequest<?> request) {
    MessageDigest sha = sha256();
    sha.update((request.getMethodName() + " " + request.getUri() + "\n").getBytes(UTF_8));
    if (!(request instanceof ServerHttpRequest<?> server)) {
      return CompletableFuture.completedFuture(sha.digest());
    }
    // A file is read as slowly as the import reads it; whatever else there is, at once, for there
    // are routes that do not look at their body.
    boolean streamed = request.getPath().equals("/api/v1/import");
    return streamed
        ? Flux.from(server.byteBody().split(SplitBackpressureMode.SLOWEST).toByteArrayPublisher())
            .doOnNext(sha::update)
            .then(Mono.fromSupplier(sha::digest))
            .toFuture()
        : server
            .byteBody()
            .split(SplitBackpressureMode.FASTEST)
            .buffer()
            .thenApply(all -> digest(sha, all));
  }

  private static byte[] digest(MessageDigest sha, CloseableAvailableByteBody all) {
    try (all) {
      return sha.digest(all.toByteArray());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
