package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.SessionId;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.util.List;

/** With what a person signs in. */
@Controller("/api/v1/me")
final class PasswordController {
  private final Database database;
  private final SignIn signIn;
  private final Passwords passwords;
  private final ApplicationEventPublisher<AccessEnded> ended;

  PasswordController(
      Database database,
      SignIn signIn,
      Passwords passwords,
      ApplicationEventPublisher<AccessEnded> ended) {
    this.database = database;
    this.signIn = signIn;
    this.passwords = passwords;
    this.ended = ended;
  }

  /** Sets the password; every other session ends. */
  @Put("/password")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> setPassword(HttpRequest<?> request, Person person, @Body PasswordDraft draft) {
    SignInName.name(person.name()).orRefuse();
    String password = SignInName.password(draft.password(), person.name()).orRefuse();
    signIn.proveAgain(request, person.id(), draft.current());
    String hash = passwords.hash(password);
    List<SessionId> others =
        database.transaction(
            person.id(),
            connection -> {
              AccountStore.setPassword(
                  connection, person.id(), SignInName.fold(person.name()), hash);
              return Sessions.revokeAll(
                  connection, person.id(), new SessionId(person.access().id().value()));
            });
    ended.publishEvent(AccessEnded.of(others));
    return HttpResponse.noContent();
  }

  /** Sets the e-mail address, or takes it away. */
  @Put("/email")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> setEmail(HttpRequest<?> request, Person person, @Body EmailDraft draft) {
    String email = draft.email() == null ? null : SignInName.email(draft.email()).orRefuse();
    signIn.proveAgain(request, person.id(), draft.current());
    database.write(
        person.id(), connection -> AccountStore.setEmail(connection, person.id(), email));
    return HttpResponse.noContent();
  }
}
