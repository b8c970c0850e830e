package dev.punctual.gateway.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;

/** The cookie {@code punctual_session}. */
public final class SessionCookie {
  /** How long a session lasts. */
  public static final Duration VALIDITY = Duration.ofDays(30);

  private static final String NAME = "punctual_session";

  private SessionCookie() {}

  /** The token that a request carries. */
  public static Optional<SessionToken> read(HttpRequest<?> request) {
    return request.getCookies().findCookie(NAME).map(Cookie::getValue).map(SessionToken::new);
  }

  /**
   * The cookie of a session that begins.
   *
   * @param secure whether the person's side of the way is encrypted ({@link Client#isSecure})
   */
  public static Cookie of(SessionToken token, boolean secure) {
    return cookie(token.text(), secure).maxAge(VALIDITY);
  }

  /** The cookie that makes a browser forget its session. */
  public static Cookie none(boolean secure) {
    return cookie("", secure).maxAge(Duration.ZERO);
  }

  private static Cookie cookie(String value, boolean secure) {
    return Cookie.of(NAME, value).httpOnly(true).sameSite(SameSite.Lax).path("/").secure(secure);
  }
}
