package dev.punctual.gateway.people;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.ApiTokenId;
import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.gateway.idempotency.KeyedRequest;
import dev.punctual.gateway.idempotency.ToldOnce;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import dev.punctual.store.TimeSource;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a person is signed in: sessions of browsers, tokens of programs. */
@Controller("/api/v1/me")
final class AccessController {
  private static final int MAX_NAME = 80;

  private final Database database;
  private final TimeSource time;
  private final ApplicationEventPublisher<AccessEnded> ended;

  AccessController(
      Database database, TimeSource time, ApplicationEventPublisher<AccessEnded> ended) {
    this.database = database;
    this.time = time;
    this.ended = ended;
  }

  /**
   * A session.
   *
   * @param userAgent what the browser called itself when it signed in; null: nothing
   * @param lastUsedAt to the hour
   * @param current whether this request was made in it
   */
  record SessionShown(
      SessionId id,
      @Nullable String userAgent,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt,
      boolean current) {}

  /** Lists the sessions that are open, the newest first. */
  @Get("/sessions")
  Page<SessionShown> sessions(Person person) {
    List<SessionShown> shown =
        database.read(person.id(), connection -> Sessions.list(connection, person.id())).stream()
            .map(
                each ->
                    new SessionShown(
                        each.id(),
                        each.userAgent(),
                        each.createdAt(),
                        each.lastUsedAt(),
                        each.expiresAt(),
                        each.id().equals(person.access().id())))
            .toList();
    return new Page<>(shown, null);
  }

  /** Ends a session, and the streams that it holds open. */
  @Delete("/sessions/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> endSession(Person person, SessionId id) {
    return gone(
        id,
        database.transaction(
            person.id(), connection -> Sessions.revoke(connection, person.id(), id)));
  }

  /** Lists API tokens, the newest first, without their secrets. */
  @Get("/tokens")
  Page<ApiToken> tokens(Person person) {
    return new Page<>(
        database.read(person.id(), connection -> ApiTokens.list(connection, person.id())), null);
  }

  /** Makes an API token; its secret is told this once. */
  @Post("/tokens")
  @Status(HttpStatus.CREATED)
  @ToldOnce
  HttpResponse<ApiToken> makeToken(Person person, @Body ApiTokenDraft draft) {
    String name = Wording.line(draft.name(), "name", MAX_NAME).orRefuse();
    SessionToken secret = ApiTokens.secret();
    ApiToken token =
        database.transaction(
            person.id(),
            connection -> {
              KeyedRequest.takeCurrent(connection, person.id(), time.now(connection));
              ApiToken fresh =
                  new ApiToken(
                      new ApiTokenId(Uuid7.next()),
                      name,
                      draft.scope(),
                      secret.text(),
                      time.now(connection),
                      null);
              ApiTokens.create(connection, person.id(), fresh, secret);
              return fresh;
            });
    return HttpResponse.created(token);
  }

  /** Revokes an API token, and ends the streams that it holds open. */
  @Delete("/tokens/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> revokeToken(Person person, ApiTokenId id) {
    return gone(
        id,
        database.transaction(
            person.id(), connection -> ApiTokens.revoke(connection, person.id(), id)));
  }

  private HttpResponse<Void> gone(Id id, boolean was) {
    if (!was) {
      throw Refused.notFound();
    }
    ended.publishEvent(AccessEnded.of(List.of(id)));
    return HttpResponse.noContent();
  }
}
