package dev.punctual.gateway.http;

import dev.punctual.store.Database;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Nobody comes to {@code /api/v1} and {@code /mcp} without a session or a token, but for what
 * {@link Routes} says is open.
 */
@ServerFilter({"/api/v1/**", Routes.MCP})
final class SessionFilter {
  private static final String BEARER = "Bearer ";

  private final Database database;
  private final Limits limits;

  SessionFilter(Database database, Limits limits) {
    this.database = database;
    this.limits = limits;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void admit(HttpRequest<?> request) {
    SessionToken bearer = bearer(request);
    if ((bearer == null && !Routes.isRead(request)) || Routes.isForAgents(request)) {
      // A page of another site cannot send a token, but it may send our cookie; the protocol of
      // agents wants it refused in any case.
      refuseOtherSites(request);
    }
    if (Routes.isOpen(request)) {
      return;
    }
    Person person =
        (bearer == null ? bySession(request) : byToken(bearer))
            .orElseThrow(SessionFilter::signInFirst);
    limits.request(request, person);
    refuseBeyondToken(request, person.access());
    request.setAttribute(PersonBinder.ATTRIBUTE, person);
  }

  private Optional<Person> bySession(HttpRequest<?> request) {
    return SessionCookie.read(request)
        .flatMap(token -> database.read(connection -> Admission.bySession(connection, token)));
  }

  private Optional<Person> byToken(SessionToken token) {
    return database.read(connection -> Admission.byToken(connection, token));
  }

  private static void refuseBeyondToken(HttpRequest<?> request, Access access) {
    if (!access.mayWrite() && Routes.writes(request)) {
      throw new Refused(
          ProblemCode.READ_ONLY_TOKEN, "Authorization", "This token is for reading only.");
    }
    if (access instanceof Access.ByToken && Routes.needsSession(request)) {
      throw new Refused(
          ProblemCode.SESSION_REQUIRED,
          "Authorization",
          "Tokens, sessions and how to sign in are managed in a session, not with a token.");
    }
  }

  private static @Nullable SessionToken bearer(HttpRequest<?> request) {
    String header = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? new SessionToken(header.substring(BEARER.length()).strip())
        : null;
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

  private static Refused signInFirst() {
    return new Refused(
        ProblemCode.UNAUTHORISED, "", "There is no session, or it has ended. Sign in again.");
  }
}
