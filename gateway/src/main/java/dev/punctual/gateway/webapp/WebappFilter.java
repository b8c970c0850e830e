package dev.punctual.gateway.webapp;

import dev.punctual.gateway.webapp.WebappFiles.Found;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Answers what no route does with a file of the web app. A filter and not a route: a route for
 * every path would turn "there is nothing here" into "not with this method".
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class WebappFilter {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final WebappFiles files;

  WebappFilter(WebappFiles files) {
    this.files = files;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> serve(HttpRequest<?> request) {
    boolean read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    String path = URI.create(request.getPath()).getPath();
    if (!read
        || path.equals("/api")
        || path.startsWith("/api/")
        || RouteAttributes.getRouteMatch(request).isPresent()) {
      return null;
    }
    return files.find(path).map(found -> answer(request, found)).orElse(null);
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, Found found) {
    String tag = WebappFiles.tag(found.file());
    String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    return (tag.equals(known)
            ? HttpResponse.notModified()
            : HttpResponse.ok(WebappFiles.read(found.file()))
                .contentType(MediaType.of(found.type())))
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, found.asset() ? FOR_EVER : "no-cache");
  }
}
