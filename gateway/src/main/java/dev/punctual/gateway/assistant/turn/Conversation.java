package dev.punctual.gateway.assistant.turn;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a conversation.
 *
 * @param earlier what was done before the turns that are kept, in short
 * @param turns the last ones, in their order
 * @param subjects what was spoken of last
 * @param pending the question that waits for its answer; null: none does
 * @param planId the plan that waits for a yes; null: none does
 * @param lastChange what "undo that" takes back; null: nothing
 */
public record Conversation(
    String earlier,
    List<Turn> turns,
    List<Subject> subjects,
    @Nullable Pending pending,
    @Nullable UUID planId,
    @Nullable ChangeId lastChange) {
  public static final Conversation NEW =
      new Conversation("", List.of(), List.of(), null, null, null);

  private static final int MAX_TURNS = 20;
  private static final int MAX_EARLIER = 1_000;
  private static final int MAX_SUBJECTS = 20;

  public Conversation {
    turns = List.copyOf(turns);
    subjects = List.copyOf(subjects);
  }

  /** What one of both said. */
  public record Turn(Speaking by, String text, Instant at) {}

  /** Who speaks. */
  public enum Speaking implements WireName {
    PERSON,
    ASSISTANT;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A question that was asked.
   *
   * @param sentence what was said before it
   * @param from where the words in doubt begin in the sentence
   * @param to where they end, exclusive
   * @param choices how it may be answered; empty: freely
   * @param candidates which of a person's things may be meant; empty: it is not about that
   */
  public record Pending(
      String sentence, int from, int to, List<Choice> choices, List<Subject> candidates) {
    public Pending {
      choices = List.copyOf(choices);
      candidates = List.copyOf(candidates);
    }
  }

  /** After another exchange: what came of it takes the place of what was open. */
  public Conversation then(String message, Outcome outcome, Instant now) {
    List<Turn> all = new ArrayList<>(turns);
    all.add(new Turn(Speaking.PERSON, message, now));
    all.add(new Turn(Speaking.ASSISTANT, outcome.reply(), now));
    int dropped = Math.max(0, all.size() - MAX_TURNS);
    StringBuilder summary = new StringBuilder(earlier);
    for (Turn turn : all.subList(0, dropped)) {
      if (turn.by() == Speaking.ASSISTANT) {
        summary.append(turn.text().lines().findFirst().orElse("")).append('\n');
      }
    }
    int tooLong = Math.max(0, summary.length() - MAX_EARLIER);
    List<Subject> spoken = outcome.subjects().isEmpty() ? subjects : outcome.subjects();
    return new Conversation(
        summary.substring(tooLong),
        all.subList(dropped, all.size()),
        spoken.subList(0, Math.min(MAX_SUBJECTS, spoken.size())),
        outcome.pending(),
        outcome.plan() == null ? null : outcome.plan().id(),
        outcome.change() == null ? lastChange : outcome.change());
  }
}
