package dev.punctual.gateway.people;

import dev.punctual.contracts.Id;
import dev.punctual.gateway.http.AccessEnded;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Status;
import java.util.Set;

/** Going for good. */
@Controller("/api/v1/me")
final class LeaveController {
  private static final int TRIES = 5;

  private final Database database;
  private final SignIn signIn;
  private final BrowserSessions sessions;
  private final ApplicationEventPublisher<AccessEnded> ended;

  LeaveController(
      Database database,
      SignIn signIn,
      BrowserSessions sessions,
      ApplicationEventPublisher<AccessEnded> ended) {
    this.database = database;
    this.signIn = signIn;
    this.sessions = sessions;
    this.ended = ended;
  }

  /**
   * Deletes the account and everything that is its person's, at once; nothing brings it back. What
   * is due and on its way has no effect any more.
   */
  @Delete
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> leave(HttpRequest<?> request, Person person, @Body LeaveDraft draft) {
    signIn.proveAgain(request, person.id(), draft.current());
    ended.publishEvent(AccessEnded.of(delete(person)));
    MutableHttpResponse<Void> answer = HttpResponse.noContent();
    return answer.cookie(sessions.none(request));
  }

  /** A function or relay at work on the same rows may be in the way for a moment. */
  private Set<Id> delete(Person person) {
    for (int tries = 1; ; tries++) {
      try {
        return database.transaction(connection -> Departure.delete(connection, person.id()));
      } catch (DatabaseFault e) {
        if (tries == TRIES || e.blame() != DatabaseFault.Cause.ENVIRONMENT) {
          throw e;
        }
      }
    }
  }
}
