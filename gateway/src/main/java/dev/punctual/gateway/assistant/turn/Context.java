package dev.punctual.gateway.assistant.turn;

import dev.punctual.gateway.assistant.deed.Replies;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.http.Person;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a turn depends on beside its words.
 *
 * @param sessionId of the conversation
 * @param message what was said
 * @param chosen which of several things was meant, where that was asked; null: it was not
 */
public record Context(
    Person person,
    UUID sessionId,
    Speaker speaker,
    Conversation conversation,
    String message,
    @Nullable Subject chosen) {

  public Context saying(String other) {
    return new Context(person, sessionId, speaker, conversation, other, chosen);
  }

  public Context choosing(String sentence, Subject subject) {
    return new Context(person, sessionId, speaker, conversation, sentence, subject);
  }

  public Replies replies() {
    return new Replies(speaker);
  }
}
