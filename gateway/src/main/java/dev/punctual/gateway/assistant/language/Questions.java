package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Intent.Find;
import dev.punctual.gateway.assistant.language.Line.Match;
import dev.punctual.gateway.assistant.language.Line.Words;
import dev.punctual.gateway.assistant.language.Wanted.State;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads questions for tasks: "what's due this week", "show completed tasks from this week". */
final class Questions {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:(?:what|which|how many|anything|do i have|have i|are there|is there|whats|when is"
              + "|when ' s|where is)\\b|what ' s\\b)(?: (?<rest>.+))?");

  /** "find a plumber" is something to do, "find my tasks" is a question. */
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?:show|list|display|search|look|find|give me|tell me|get me)(?! (?:a|an)\\b)"
              + "(?: (?<rest>.+))?");

  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<rest>(?:(?:my|all|all my|the) )?(?:(?:overdue|open|completed|incomplete|pending|late"
              + "|high - priority|low - priority|high priority|low priority) )*"
              + "(?:tasks|agenda|schedule|today|overdue)(?: (?:tagged|due|for|from|this|about) .+)?)");

  private Questions() {}

  static @Nullable Intent read(Sentence.Reader reader) {
    Line line = reader.line();
    Match match = line.match(ASKED);
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
    return new Find(
        Wishes.read(line.tokens(), rest.from(), rest.to(), reader.speaker().today(), State.OPEN));
  }
}
