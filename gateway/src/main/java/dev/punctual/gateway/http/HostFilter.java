package dev.punctual.gateway.http;

import dev.punctual.gateway.config.EdgeConfig;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Answers to our own names only: a page of another site whose name is made to lead here (DNS
 * rebinding) would be of the same origin as what it asks for.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HostFilter {
  private static final String FORWARDED_HOST = "X-Forwarded-Host";

  private final EdgeConfig config;

  HostFilter(EdgeConfig config) {
    this.config = config;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    // What came by the web server and two sidecars had another name at first, which stands here.
    String first = request.getHeaders().get(FORWARDED_HOST);
    if (host != null && !config.isOurs(host)
        || first != null && !config.isOurs(first.split(",", 2)[0].strip())) {
      throw new Refused(
          ProblemCode.UNKNOWN_HOST,
          "Host",
          "This is not a name of this installation; PUNCTUAL_HOSTS has them.");
    }
  }
}
