package dev.punctual.gateway.assistant.language;

import static dev.punctual.gateway.assistant.language.Order.order;

import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.RemindBefore;
import dev.punctual.gateway.assistant.language.meaning.Intent.Unable;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said after something else: "no, at 6pm", "remind me again in 10 minutes", "done";
 * and what would else be taken for a task though nothing can be done about it.
 */
final class Afterthoughts {
  private static final List<Order> THOUGHTS =
      List.of(
          order(
              "(?:(?:no|nope|sorry|actually|oops|wait|rather)(?: ,)? )+"
                  + "(?:i (?:meant?|said) )?(?:(?:make|set|change|move) (?:it|that|this) )?"
                  + "(?<when>.+?)(?: (?:instead|rather))?",
              Moves::correct),
          order("i (?:meant?|said) (?<when>.+)", Moves::correct),
          order(
              "(?:make|set) (?:it|that|this) (?<when>.+?)(?: (?:instead|rather))?", Moves::correct),
          order("not .{1,40}?(?: ,| but) (?<when>.+)", Moves::correct),
          order("(?<when>.+) (?:instead|rather)", Moves::correct),
          order(
              "remind me (?:(?:about|of) (?:it|that) )?(?:again|later)(?: (?<rest>.+))?",
              Delays::again),
          order(
              "remind me (?<len>.+?) (?<how>before|earlier|ahead)"
                  + "(?: (?:(?:about|of|for) )?(?<ref>.+))?",
              Afterthoughts::remindBefore),
          order(
              "remind me (?:about|of) (?<rest>.+) (?<how>before|earlier|ahead)",
              Afterthoughts::remindOfBefore),
          order(
              "(?:(?:i ' m|i am|im|all|we ' re) )?(?:done|finished)",
              (reader, match) -> atEnd(reader, "What is done? Say its name.")),
          unable(
              "(?:no )?(?:that|this|it)(?: ' s| is| was|s)(?: all)? (?:wrong|incorrect|not right)"
                  + "|wrong|not (?:that|this)(?: one)?|i meant? (?:the|another) (?:other )?one",
              "Say \u201cundo that\u201d to take back what I did last, or say again what you mean."),
          unable(
              "(?:clear|free up|empty|clean up) (?:my |the )?"
                  + "(?:day|today|tomorrow|week|weekend|calendar|schedule|list)",
              "Shall it be moved, completed or deleted? Say \u201cmove everything from today to"
                  + " tomorrow\u201d, for instance."),
          unable(
              "(?:what|which|show|list)(?: me)?(?: my| all| the)* tags(?: do i have| are there)?"
                  + "|(?:show|list|find|what|which) .*(?:without|with no|no) (?:a )?tags?",
              "Your tags stand beside the list of tasks; I look for what has a tag: \u201cshow tasks"
                  + " tagged work\u201d."),
          unable(
              "(?:empty|clear|purge) (?:my |the )?(?:trash|bin)",
              "I delete nothing for good: the trash is emptied in the app."),
          unable(
              "stop (?:reminding|notifying|bothering) me"
                  + "|(?:stop|turn off|disable|mute) (?:all )?(?:my |the )?notifications",
              "Say \u201ccancel the reminders of \u2026\u201d for those of a task. Where and when you are"
                  + " notified at all stands in Settings."),
          unable(
              "(?:add|create|make) (?:a |the )?(?:sub ?tasks?|sub - tasks?) .+",
              "There are no tasks within a task: add a note to it, or a task of its own."),
          unable(
              "(?:copy|duplicate|clone) .+ (?:to|for) \\S+(?: \\S+)?",
              "I cannot copy a task. Say what is to be added, and when."),
          unable(
              "what (?:did|have|ve|' ve) i (?:add|added|create|created)(?: .*)?",
              "I can tell what is due and what was completed, not when it was added: the list of"
                  + " tasks can be sorted by that."));

  private Afterthoughts() {}

  private static Order unable(String pattern, String reply) {
    return order(pattern, (reader, match) -> new Unable(reply));
  }

  static @Nullable Intent read(Reader reader) {
    return Order.read(THOUGHTS, reader);
  }

  /** Asks for words that follow. */
  static Intent atEnd(Reader reader, String question) {
    int end = reader.line().tokens().text().length();
    return new Ask(new Doubt(question, end, end, List.of()));
  }

  private static @Nullable Intent remindBefore(Reader reader, Match match) {
    Length length = reader.length(match.words("len"));
    if (length == null) {
      return null;
    }
    return match.has("ref")
        ? before(reader, match, match.words("ref"), length)
        : before(reader, match, new Words(0, 0), length);
  }

  /** "about the dentist a day before": a length stands last. */
  private static @Nullable Intent remindOfBefore(Reader reader, Match match) {
    Words rest = match.words("rest");
    for (int i = rest.from() + 1; i < rest.to(); i++) {
      Length length = reader.length(new Words(i, rest.to()));
      if (length != null) {
        return before(reader, match, new Words(rest.from(), i), length);
      }
    }
    return null;
  }

  /** "Earlier" than a reminder that is there, or than it is due: that is asked. */
  private static @Nullable Intent before(Reader reader, Match match, Words ref, Length length) {
    Tokens tokens = reader.line().tokens();
    if (!Scan.of(tokens, ref.from(), ref.to(), reader.speaker()).found().isEmpty()) {
      // It says when: something new.
      return null;
    }
    Words how = match.words("how");
    return tokens.is(how.from(), "earlier")
        ? new Ask(
            new Doubt(
                "That long before it is due?",
                tokens.get(how.from()).from(),
                tokens.get(how.from()).to(),
                List.of(new Choice("before it is due", "before"))))
        : new RemindBefore(reader.reference(ref), length);
  }
}
