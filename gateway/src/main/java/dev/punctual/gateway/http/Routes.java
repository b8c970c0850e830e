package dev.punctual.gateway.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** Which routes ask for what kind of proof. */
final class Routes {
  /** Where agents come with a token. Each of their messages may read or write: their tools say. */
  static final String MCP = "/mcp";

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** The manual; a feed, whose address is a secret of its own; what leads to a session. */
  private static final Pattern OPEN_TO_READ =
      Pattern.compile(
          "/api/v1/(openapi\\.yaml|feeds/[\\w-]+/calendar\\.ics"
              + "|session(/ways|/openid|/openid/return)?)");

  private static final Set<String> OPEN_TO_POST =
      Set.of(
          "/api/v1/session",
          "/api/v1/accounts",
          "/api/v1/accounts/reset",
          "/api/v1/accounts/password");

  /** They compute and keep nothing. */
  private static final Set<String> QUESTIONS =
      Set.of("/api/v1/recurrence/preview", "/api/v1/quick-add/preview");

  /** What decides who gets in: a token that leaked must not make itself others. */
  private static final Pattern SESSION_ONLY =
      Pattern.compile(
          "/api/v1/(session(/openid/link)?|accounts/.*|me/(tokens|sessions|password|email)(/.*)?)");

  private Routes() {}

  static boolean isRead(HttpRequest<?> request) {
    return READS.contains(request.getMethod());
  }

  /** Whether it takes nobody in particular. */
  static boolean isOpen(HttpRequest<?> request) {
    String path = request.getPath();
    return isRead(request)
        ? OPEN_TO_READ.matcher(path).matches()
        : request.getMethod() == HttpMethod.POST && OPEN_TO_POST.contains(path);
  }

  /** Whether a token for reading is not enough. */
  static boolean writes(HttpRequest<?> request) {
    return !isRead(request) && !QUESTIONS.contains(request.getPath()) && !isForAgents(request);
  }

  static boolean isForAgents(HttpRequest<?> request) {
    return request.getPath().equals(MCP);
  }

  /** Whether no token is enough. */
  static boolean needsSession(HttpRequest<?> request) {
    boolean leaves =
        request.getMethod() == HttpMethod.DELETE && request.getPath().equals("/api/v1/me");
    return leaves || SESSION_ONLY.matcher(request.getPath()).matches();
  }
}
