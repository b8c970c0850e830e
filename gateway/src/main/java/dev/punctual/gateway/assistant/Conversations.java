package dev.punctual.gateway.assistant;

import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.gateway.assistant.turn.Conversation;
import dev.punctual.gateway.chat.SessionStore;
import dev.punctual.gateway.chat.SessionStore.Stored;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Loads and saves conversations through the session port. */
@Singleton
final class Conversations {
  private static final int TRIES = 5;
  private static final String KIND = "conversation";

  private final SessionStore store;

  Conversations(SessionStore store) {
    this.store = store;
  }

  private record Kept(String kind, Conversation conversation) {}

  /**
   * A person's conversation.
   *
   * @throws Refused when there is none, or it has run out
   */
  Conversation find(Person person, UUID id) {
    return store.find(person.id(), id).flatMap(Conversations::read).orElseThrow(Refused::notFound);
  }

  void create(Person person, UUID id, Conversation conversation) {
    if (!store.create(person.id(), id, write(conversation))) {
      throw new IllegalStateException("an id was given twice: " + id);
    }
  }

  /**
   * Saves what an exchange adds, behind what another may have added meanwhile.
   *
   * @throws Refused when it is gone
   */
  void change(Person person, UUID id, UnaryOperator<Conversation> change) {
    for (int i = 0; i < TRIES; i++) {
      Stored stored = store.find(person.id(), id).orElseThrow(Refused::notFound);
      Conversation before = read(stored).orElseThrow(Refused::notFound);
      if (store.replace(person.id(), id, write(change.apply(before)), stored.etag())) {
        return;
      }
    }
    throw new Refused(
        ProblemCode.UNAVAILABLE, "", "Too much is said at once in this conversation.");
  }

  /** Forgets a conversation; a plan is none. */
  void delete(Person person, UUID id) {
    Conversation unused = find(person, id);
    store.delete(person.id(), id);
  }

  private static String write(Conversation conversation) {
    return Json.write(new Kept(KIND, conversation));
  }

  private static Optional<Conversation> read(Stored stored) {
    Object tree = Json.parse(stored.state());
    boolean conversation = tree instanceof Map<?, ?> fields && KIND.equals(fields.get("kind"));
    return conversation
        ? Optional.of(Json.bind(tree, Kept.class, UnknownFields.IGNORE).conversation())
        : Optional.empty();
  }
}
