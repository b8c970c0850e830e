package dev.punctual.gateway.http;

import dev.punctual.contracts.json.JsonRefused;
import dev.punctual.store.DatabaseFault;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever a route throws that Micronaut has no handler of its own for. */
@Singleton
final class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

  private final ErrorResponseProcessor<?> problems;

  FaultHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    switch (fault) {
      case Refused refused -> {}
      case JsonRefused refused -> {}
      case DecompressionException refused -> {}
      case DatabaseFault away when Problems.isEnvironment(away) ->
          LOG.warn("{} {}: {}", request.getMethodName(), path(request), away.getMessage());
      default -> LOG.error("{} {}", request.getMethodName(), path(request), fault);
    }
    return problems.processResponse(
        ErrorContext.builder(request).cause(fault).build(), HttpResponse.serverError());
  }

  /** Without the secret of a feed. */
  private static String path(HttpRequest<?> request) {
    return request.getPath().replaceFirst("^(/api/v1/feeds)/.*", "$1/…");
  }
}
