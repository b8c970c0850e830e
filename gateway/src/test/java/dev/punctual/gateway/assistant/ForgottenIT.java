package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.Id.SessionId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.offline.Offline;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.assistant.turn.Turnstile;
import dev.punctual.gateway.http.Access;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A conversation that is forgotten while a turn of it is taken. */
class ForgottenIT {
  private final RunningGateway gateway = Chat.gateway();
  private final Chat chat = Chat.begin();
  private final Person person =
      new Person(
          chat.person().user(),
          "Ada",
          TestDatabase.NEW_YORK,
          new Access.BySession(new SessionId(Uuid7.next())));

  @Test
  void whatWasDoneIsToldAndNotRefusedSoThatItIsNotDoneAgain() {
    Reply reply = takenWhileForgotten("add one thing");

    assertThat(reply.reply())
        .isEqualTo("Added \u201cOne thing\u201d. This conversation could not be kept.");
    assertThat(reply.changeId()).isNotNull();
    assertThat(chat.titles()).containsExactly("One thing");
  }

  @Test
  void whereNothingWasDoneTheTurnIsRefused() {
    assertThatThrownBy(() -> takenWhileForgotten("what's due today")).isInstanceOf(Refused.class);
  }

  private Reply takenWhileForgotten(String message) {
    chat.say("help");
    UUID session = UUID.fromString(chat.session());
    Conversations conversations = gateway.bean(Conversations.class);
    Engine forgetting =
        (context, progress) -> {
          conversations.delete(person, session);
          return gateway.bean(Offline.class).answer(context, progress);
        };
    return new Assistant(
            forgetting,
            conversations,
            gateway.bean(Plans.class),
            gateway.bean(Speakers.class),
            gateway.bean(Turnstile.class))
        .say(person, message, session, Progress.NOBODY);
  }
}
