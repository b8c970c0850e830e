package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Client;
import dev.punctual.gateway.http.SessionCookie;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Sessions;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** Sessions of the browser that makes a request. */
@Singleton
final class BrowserSessions {
  private final Client client;

  BrowserSessions(Client client) {
    this.client = client;
  }

  /** Opens one; what makes the browser keep it. */
  Cookie open(Connection connection, UserId user, HttpRequest<?> request) {
    SessionToken token = SessionToken.random();
    Sessions.open(
        connection,
        token.hash(),
        user,
        SessionCookie.VALIDITY,
        request.getHeaders().get(HttpHeaders.USER_AGENT));
    return SessionCookie.of(token, client.isSecure(request));
  }

  /** What makes the browser forget it. */
  Cookie none(HttpRequest<?> request) {
    return SessionCookie.none(client.isSecure(request));
  }
}
