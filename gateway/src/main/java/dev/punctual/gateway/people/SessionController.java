package dev.punctual.gateway.people;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionCookie;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in by a link that works once, and out. */
@Controller("/api/v1/session")
final class SessionController {
  private static final String SPENT =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>Punctual: this link does not work any more</title>
      <h1>This sign-in link does not work any more</h1>
      <p>A link signs in once, and within a day. Start Punctual again to get a new one.</p>
      </html>
      """;

  private final Database database;

  SessionController(Database database) {
    this.database = database;
  }

  /** Signs in with a token that works once. */
  // Without HEAD: whoever only looks where a link leads must not use it up.
  @Get(headRoute = false)
  @Status(HttpStatus.SEE_OTHER)
  @Produces(MediaType.ALL)
  HttpResponse<?> signIn(HttpRequest<?> request, @Nullable @QueryValue String token) {
    Optional<SessionToken> session =
        token == null ? Optional.empty() : open(new SessionToken(token));
    if (session.isPresent()) {
      return HttpResponse.seeOther(URI.create("/"))
          .cookie(SessionCookie.of(session.get(), request));
    }
    if (request.accept().contains(MediaType.TEXT_HTML_TYPE)) {
      return HttpResponse.status(HttpStatus.UNAUTHORIZED)
          .contentType(MediaType.TEXT_HTML_TYPE)
          .body(SPENT);
    }
    throw new Refused(
        ProblemCode.SIGN_IN_LINK_SPENT,
        "token",
        "A link signs in once, and within a day. Start Punctual again to get a new one.");
  }

  /** Signs out. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> signOut(HttpRequest<?> request) {
    SessionCookie.read(request)
        .ifPresent(token -> database.write(connection -> Sessions.close(connection, token.hash())));
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return answer.cookie(SessionCookie.none(request));
  }

  private Optional<SessionToken> open(SessionToken link) {
    return database.transaction(
        connection ->
            Sessions.redeem(connection, link.hash())
                .map(
                    user -> {
                      SessionToken session = SessionToken.random();
                      Sessions.open(connection, session.hash(), user, SessionCookie.VALIDITY);
                      return session;
                    }));
  }
}
