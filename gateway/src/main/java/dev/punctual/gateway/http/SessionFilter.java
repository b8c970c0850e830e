package dev.punctual.gateway.http;

import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Nobody comes to {@code /api/v1} without a session, except to sign in, to read the manual, and to
 * read a feed, whose address is a secret of its own.
 */
@ServerFilter("/api/v1/**")
final class SessionFilter {
  private static final String SESSION = "/api/v1/session";
  private static final String MANUAL = "/api/v1/openapi.yaml";
  private static final Pattern FEED = Pattern.compile("/api/v1/feeds/[\\w-]+/calendar\\.ics");
  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Database database;

  SessionFilter(Database database) {
    this.database = database;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    if (isOpen(request)) {
      return;
    }
    Person person =
        SessionCookie.read(request)
            .flatMap(this::account)
            .map(Person::of)
            .orElseThrow(
                () ->
                    new Refused(
                        ProblemCode.UNAUTHORISED,
                        "",
                        "There is no session, or it has ended. Sign in again."));
    if (!READS.contains(request.getMethod())) {
      refuseOtherSites(request);
    }
    request.setAttribute(PersonBinder.ATTRIBUTE, person);
  }

  private Optional<Account> account(SessionToken token) {
    return database.read(connection -> Sessions.account(connection, token.hash()));
  }

  private static boolean isOpen(HttpRequest<?> request) {
    String path = request.getPath();
    HttpMethod method = request.getMethod();
    return path.equals(MANUAL)
        || FEED.matcher(path).matches() && READS.contains(method)
        || path.equals(SESSION) && (method == HttpMethod.GET || method == HttpMethod.POST);
  }

  /** A page of another site may send our cookie, but not with another Origin than its own. */
  private static void refuseOtherSites(HttpRequest<?> request) {
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (origin != null && (host == null || !host.equalsIgnoreCase(authority(origin)))) {
      throw new Refused(
          ProblemCode.CROSS_ORIGIN, "Origin", "The Origin is not the host that was asked.");
    }
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
