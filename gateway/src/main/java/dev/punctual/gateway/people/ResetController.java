package dev.punctual.gateway.people;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.gateway.http.Client;
import dev.punctual.gateway.http.Limits;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import java.util.HashSet;
import java.util.Set;

/** A password that was forgotten. */
@Controller("/api/v1/accounts")
final class ResetController {
  private final Database database;
  private final ResetMail mail;
  private final Passwords passwords;
  private final Limits limits;
  private final Client client;
  private final ApplicationEventPublisher<AccessEnded> ended;

  ResetController(
      Database database,
      ResetMail mail,
      Passwords passwords,
      Limits limits,
      Client client,
      ApplicationEventPublisher<AccessEnded> ended) {
    this.database = database;
    this.mail = mail;
    this.passwords = passwords;
    this.limits = limits;
    this.client = client;
    this.ended = ended;
  }

  /** Mails a link that sets a new password, if somebody has this address. */
  @Post("/reset")
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<Void> ask(HttpRequest<?> request, @Body ResetDraft draft) {
    if (!mail.isOffered()) {
      throw new Refused(
          ProblemCode.NO_MAIL, "", "No password is reset by mail here; ask an administrator.");
    }
    String email = SignInName.email(draft.email()).orRefuse();
    limits.signIn(request, client.origin(request), email);
    mail.send(email);
    return HttpResponse.accepted();
  }

  /** Sets a new password; all sessions and tokens end. */
  @Post("/password")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> set(HttpRequest<?> request, @Body NewPasswordDraft draft) {
    limits.attempt(request, client.origin(request));
    SessionToken secret = new SessionToken(draft.token());
    AccountStore.Account account =
        database.transaction(
            connection -> AccountStore.get(connection, PasswordReset.find(connection, secret)));
    String password = SignInName.password(draft.password(), account.name()).orRefuse();
    String hash = passwords.hash(password);
    Set<Id> over = new HashSet<>();
    database.write(
        connection -> {
          UserId user = PasswordReset.find(connection, secret);
          PasswordReset.spend(connection, user);
          AccountStore.setPassword(connection, user, SignInName.fold(account.name()), hash);
          over.addAll(Sessions.revokeAll(connection, user, null));
          over.addAll(ApiTokens.revokeAll(connection, user));
        });
    ended.publishEvent(AccessEnded.of(over));
    return HttpResponse.noContent();
  }
}
