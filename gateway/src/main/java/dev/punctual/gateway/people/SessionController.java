package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.config.SignInConfig;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.gateway.http.SessionCookie;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.gateway.idempotency.KeyedRequest;
import dev.punctual.gateway.idempotency.ToldOnce;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import dev.punctual.store.TimeSource;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in, by a link that works once or with a password, and out. */
@Controller("/api/v1/session")
final class SessionController {
  private final Database database;
  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final ApplicationEventPublisher<AccessEnded> ended;
  private final SignInPage spent;

  SessionController(
      Database database,
      SignIn signIn,
      BrowserSessions sessions,
      ApplicationEventPublisher<AccessEnded> ended,
      SignInConfig config) {
    this.database = database;
    this.signIn = signIn;
    this.sessions = sessions;
    this.ended = ended;
    this.spent = config.renewed() ? SignInPage.SPENT_TILL_NEXT_START : SignInPage.SPENT;
  }

  /** Signs in with a password. The answer is a secret: under a key it is given once. */
  @Post
  @ToldOnce
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> signIn(HttpRequest<?> request, @Body SignInDraft draft) {
    UserId user = signIn.prove(request, draft.name(), draft.password());
    Cookie cookie =
        database.transaction(
            connection -> {
              KeyedRequest.takeCurrent(connection, user, TimeSource.database().now(connection));
              return sessions.open(connection, user, request);
            });
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return answer.cookie(cookie);
  }

  /** Signs in with a token that works once. */
  // Without HEAD: whoever only looks where a link leads must not use it up.
  @Get(headRoute = false)
  @Status(HttpStatus.SEE_OTHER)
  @Produces(MediaType.ALL)
  HttpResponse<?> signIn(HttpRequest<?> request, @Nullable @QueryValue String token) {
    Optional<Cookie> session =
        token == null ? Optional.empty() : open(new SessionToken(token), request);
    if (session.isPresent()) {
      return HttpResponse.seeOther(URI.create("/")).cookie(session.get());
    }
    return spent.answer(request);
  }

  /** Signs out. */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> signOut(HttpRequest<?> request) {
    SessionCookie.read(request)
        .flatMap(
            token -> database.transaction(connection -> Sessions.close(connection, token.hash())))
        .ifPresent(id -> ended.publishEvent(AccessEnded.of(List.of(id))));
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return answer.cookie(sessions.none(request));
  }

  private Optional<Cookie> open(SessionToken link, HttpRequest<?> request) {
    return database.transaction(
        connection ->
            Sessions.redeem(connection, link.hash())
                .map(user -> sessions.open(connection, user, request)));
  }
}
