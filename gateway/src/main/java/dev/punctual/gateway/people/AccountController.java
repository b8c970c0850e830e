package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.InvitationId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Client;
import dev.punctual.gateway.http.Limits;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.idempotency.KeyedRequest;
import dev.punctual.gateway.idempotency.ToldOnce;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;

/** Making accounts, and inviting others to. */
@Controller("/api/v1/accounts")
final class AccountController {
  private final Database database;
  private final SignUp signUp;
  private final BrowserSessions sessions;
  private final Limits limits;
  private final Client client;

  AccountController(
      Database database, SignUp signUp, BrowserSessions sessions, Limits limits, Client client) {
    this.database = database;
    this.signUp = signUp;
    this.sessions = sessions;
    this.limits = limits;
    this.client = client;
  }

  private record Made(Me me, Cookie cookie) {}

  /** Makes an account and signs in. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Me> make(HttpRequest<?> request, @Body AccountDraft draft) {
    limits.attempt(request, client.origin(request));
    Made made =
        signUp.make(
            draft,
            (connection, user) ->
                new Made(
                    ProfileStore.get(connection, user), sessions.open(connection, user, request)));
    MutableHttpResponse<Me> answer = HttpResponse.created(made.me());
    return answer.cookie(made.cookie());
  }

  /** Lists the invitations that were not used, the newest first, without their secrets. */
  @Get("/invitations")
  Page<Invitation> invitations(Person person) {
    return new Page<>(
        database.read(person.id(), connection -> Invitations.list(connection, person.id())), null);
  }

  /** Invites somebody: an administrator does. The secret is told this once. */
  @Post("/invitations")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @ToldOnce
  HttpResponse<Invitation> invite(Person person) {
    Invitation invitation =
        database.transaction(
            person.id(),
            connection -> {
              if (!AccountStore.isAdministrator(connection, person.id())) {
                throw new Refused(
                    ProblemCode.ADMINISTRATORS_ONLY, "", "Administrators invite others.");
              }
              KeyedRequest.takeCurrent(
                  connection, person.id(), TimeSource.database().now(connection));
              return Invitations.create(connection, person.id(), new InvitationId(Uuid7.next()));
            });
    return HttpResponse.created(invitation);
  }

  /** Takes an invitation back. */
  @Delete("/invitations/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> revoke(Person person, InvitationId id) {
    if (!database.transaction(
        person.id(), connection -> Invitations.revoke(connection, person.id(), id))) {
      throw Refused.notFound();
    }
    return HttpResponse.noContent();
  }
}
