package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Find;
import dev.punctual.gateway.assistant.language.meaning.Wanted.State;
import dev.punctual.gateway.assistant.language.text.Line;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads questions for tasks: "what's due this week", "show completed tasks from this week". */
final class Questions {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:(?:how ' s|how does|how is|what|which|how many|anything|do i have|have i|are there|is there|whats|when is"
              + "|when ' s|where is|am i (?:free|busy|available)|is anything|is something)\\b"
              + "|what ' s\\b)(?: (?<rest>.+))?");

  /** "find a plumber" is something to do, "find my tasks" is a question. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?:show|list|display|search|look|find|give me|tell me|get me)(?! (?:a|an)\\b)"
              + "(?: (?<rest>.+))?");

  /** "did I pay the rent", "is the dentist done": among what was completed. */
  private static final Pattern DONE =
      Pattern.compile(
          "(?:(?:did|have) i (?:already |ever )?(?:do |done |finish |finished |complete |completed )?"
              + "(?!got\\b|anything\\b)(?<rest>.+?)(?: (?:yet|already))?)"
              + "|(?:is|are|was|were) (?<thing>.+?) (?:already )?(?:done|finished|completed)(?: yet)?");

  /** "when do I have to pay the rent". */
  private static final Pattern WHEN =
      Pattern.compile("when (?:do|must|should) i (?:(?:have|need) to )?(?<rest>.+)");

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<rest>(?:(?:my|all|all my|the) )?(?:(?:overdue|open|completed|incomplete|pending|late"
              + "|high - priority|low - priority|high priority|low priority) )*"
              + "(?:tasks|agenda|schedule|today|overdue)(?: (?:tagged|due|for|from|this|about) .+)?)");

  /** "home tasks": where nothing else is meant by it. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?!(?:add|create|make|new|set|do|task)\\b)(?<rest>(?:[\\p{L}\\d]+ ){1,3}tasks)");

  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:am|is|are|was|were|did|does|has|who|whose|where|when|why|how"
              + "|(?:do|will|can|should|may) (?:i|we|you|they|he|she))\\b.*");

  private Questions() {}

  static @Nullable Intent plainly(Sentence.Reader reader) {
    Match match = reader.line().match(NAMED);
    return match == null ? null : find(reader, match.words("rest"));
  }

  /** Whether it asks something: what is asked is nothing to add. */
  static boolean asks(Line line) {
    return line.match(QUESTION) != null;
  }

  static @Nullable Intent read(Sentence.Reader reader) {
    Line line = reader.line();
    Match done = line.match(DONE);
    if (done != null) {
      return find(reader, done.words(done.has("rest") ? "rest" : "thing"), State.COMPLETED);
    }
    Match match = line.match(WHEN);
    if (match == null) {
      match = line.match(ASKED);
    }
    if (match == null) {
      match = line.match(ORDERED);
    }
    if (match == null) {
      match = line.match(PLAIN);
    }
    if (match == null) {
      return null;
    }
    Words rest = match.has("rest") ? match.words("rest") : new Words(0, 0);
    return find(reader, rest);
  }

  private static Intent find(Sentence.Reader reader, Words rest) {
    return find(reader, rest, State.OPEN);
  }

  private static Intent find(Sentence.Reader reader, Words rest, State unsaid) {
    return new Find(
        Wishes.read(
            reader.line().tokens(), rest.from(), rest.to(), reader.speaker().today(), unsaid));
  }
}
