package dev.punctual.gateway.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;

/** Tells programs how often they may still ask (IETF draft "RateLimit header fields for HTTP"). */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ServerFilter({"/api/v1/**", "/mcp"})
final class RateLimitHeaders {

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RateLimit.Standing standing =
        request.getAttribute(Limits.ATTRIBUTE, RateLimit.Standing.class).orElse(null);
    if (standing != null) {
      RateLimit limit = standing.limit();
      String name = "\"" + limit.name() + "\"";
      response
          .header(
              "RateLimit-Policy", name + ";q=" + limit.quota() + ";w=" + limit.window().toSeconds())
          .header(
              "RateLimit", name + ";r=" + standing.remaining() + ";t=" + seconds(standing.full()));
    }
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
