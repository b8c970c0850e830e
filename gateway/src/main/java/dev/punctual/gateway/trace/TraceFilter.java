package dev.punctual.gateway.trace;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;

/** A span for every request of the interface. Before all other filters: they belong to it. */
@ServerFilter("/api/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter {
  private final Traces traces;

  TraceFilter(Traces traces) {
    this.traces = traces;
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    traces.begin(request);
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    traces.end(request, route(request), response.code());
  }

  /** Never what somebody typed: a name of a span has few values. */
  private static String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(UriRouteMatch.class::isInstance)
        .map(match -> ((UriRouteMatch<?, ?>) match).getRouteInfo().getUriMatchTemplate().toString())
        .orElse("no route");
  }
}
