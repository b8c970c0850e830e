package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.assistant.deed.Plans;
import dev.punctual.gateway.assistant.deed.Plans.Confirmed;
import dev.punctual.gateway.assistant.language.Sentence;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.offline.Offline;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Conversation;
import dev.punctual.gateway.assistant.turn.Engine;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.assistant.turn.Outcome;
import dev.punctual.gateway.assistant.turn.Turnstile;
import dev.punctual.gateway.chat.SessionStore.StoreAway;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns of a conversation, from what was said to what is remembered of it. */
@Singleton
final class Assistant {
  private final Engine engine;
  private final Conversations conversations;
  private final Plans plans;
  private final Speakers speakers;
  private final Turnstile turnstile;

  Assistant(
      Engine engine,
      Conversations conversations,
      Plans plans,
      Speakers speakers,
      Turnstile turnstile) {
    this.engine = engine;
    this.conversations = conversations;
    this.plans = plans;
    this.speakers = speakers;
    this.turnstile = turnstile;
  }

  /**
   * Takes a turn.
   *
   * @param session null: a new conversation
   * @throws Refused when there is no such conversation, or it cannot be read or saved now
   */
  Reply say(Person person, String message, @Nullable UUID session, Progress progress) {
    return kept(
        () -> {
          Context context = turnstile.pass(() -> begun(person, message, session));
          Outcome outcome = answer(context, progress);
          return Reply.of(
              remembered(outcome, () -> remember(context, outcome, session == null)),
              context.sessionId());
        });
  }

  /**
   * What was done stays done, remembered or not: a turn that changed something does not fail any
   * more, for who sends it again would have it done again.
   */
  private Outcome remembered(Outcome outcome, Runnable memory) {
    try {
      memory.run();
      return outcome;
    } catch (Refused | StoreAway lost) {
      if (outcome.change() == null) {
        throw lost;
      }
      return outcome.followedBy(" This conversation could not be kept.");
    }
  }

  private Context begun(Person person, String message, @Nullable UUID session) {
    Conversation before = session == null ? Conversation.NEW : conversations.find(person, session);
    UUID id = session == null ? Uuid7.next() : session;
    return new Context(person, id, speakers.now(person), before, message, null);
  }

  private void remember(Context context, Outcome outcome, boolean isNew) {
    String message = context.message();
    String said = message.substring(0, Math.min(message.length(), Sentence.MAX_TEXT));
    Instant now = context.speaker().now();
    Person person = context.person();
    UUID id = context.sessionId();
    boolean kept =
        turnstile.pass(
            () -> {
              if (isNew) {
                conversations.create(person, id, context.conversation().then(said, outcome, now));
              } else {
                conversations.change(person, id, latest -> latest.then(said, outcome, now));
              }
              return true;
            });
    assert kept;
  }

  /**
   * Says yes to a plan.
   *
   * @throws Refused when there is none, it has run out or been used, or an item has changed since
   */
  Reply confirm(Person person, UUID plan) {
    return kept(() -> turnstile.pass(() -> confirmed(person, plan)));
  }

  private Reply confirmed(Person person, UUID plan) {
    Confirmed confirmed = plans.confirm(person, plan);
    Speaker speaker = speakers.now(person);
    Context context =
        new Context(person, confirmed.sessionId(), speaker, Conversation.NEW, "", null);
    Outcome outcome = Offline.told(context, confirmed.carried(), "");
    return Reply.of(
        remembered(
            outcome,
            () ->
                conversations.change(
                    person,
                    confirmed.sessionId(),
                    latest -> latest.then("Yes.", outcome, speaker.now()))),
        confirmed.sessionId());
  }

  private Outcome answer(Context context, Progress progress) {
    if (context.message().length() > Sentence.MAX_TEXT) {
      return Outcome.said(
          "That is more than I can take in at once: at most "
              + Sentence.MAX_TEXT
              + " characters. Say it in a sentence, and put the rest into the notes.");
    }
    try {
      return engine.answer(context, progress);
    } catch (Refused refused) {
      return Outcome.said(Objects.requireNonNull(refused.getMessage()));
    }
  }

  private static <T> T kept(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreAway away) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, "", "What was said before cannot be read just now.");
    }
  }
}
