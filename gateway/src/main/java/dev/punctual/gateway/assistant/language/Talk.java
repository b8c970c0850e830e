package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Agree;
import dev.punctual.gateway.assistant.language.meaning.Intent.Decline;
import dev.punctual.gateway.assistant.language.meaning.Intent.Help;
import dev.punctual.gateway.assistant.language.meaning.Intent.Missed;
import dev.punctual.gateway.assistant.language.meaning.Intent.Now;
import dev.punctual.gateway.assistant.language.meaning.Intent.Reminders;
import dev.punctual.gateway.assistant.language.meaning.Intent.Thanks;
import dev.punctual.gateway.assistant.language.meaning.Intent.Trash;
import dev.punctual.gateway.assistant.language.meaning.Intent.Undo;
import dev.punctual.gateway.assistant.language.meaning.Intent.Why;
import dev.punctual.gateway.assistant.language.text.Line;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what speaks of the conversation itself, and of what has happened. */
final class Talk {
  private static final Pattern AGREE =
      Pattern.compile(
          "(?:yes|yep|yeah|sure|confirm(?:ed)?|do it|do that|go ahead|go on|right|correct)"
              + "(?: (?:do it|please|go ahead|,|all of them|delete (?:it|them)))*|ok|okay");
  private static final Pattern DECLINE =
      Pattern.compile(
          "(?:no|nope|cancel|never ?mind|stop|abort|don ' t|leave it|no thanks|forget it)"
              + "(?: (?:don ' t|thanks|that|,|leave it))*");
  private static final Pattern UNDO =
      Pattern.compile(
          "(?:undo|revert|take back|roll back|reverse)"
              + "(?: (?:that|it|this|last|the last (?:one|change|thing)|my last change))?"
              + "|take (?:that|it) back");
  private static final Pattern HELP =
      Pattern.compile(
          "help(?: me)?|what can (?:you|i) (?:do|say|ask)|how does (?:this|it) work|who are you"
              + "|hi|hello|hey|good (?:morning|evening|afternoon)|[?!. ]+"
              + "|how (?:do|can|would|should) (?:i|you|one|we) .*");
  private static final Pattern THANKS =
      Pattern.compile("(?:thanks|thank you|thx|cheers)(?: (?:a lot|so much|very much|!|,|\\.))*");
  private static final Pattern NOW =
      Pattern.compile(
          "what(?: ' s| is|s)? (?:time|day|date)(?: is it| is today)?(?: now| today)?"
              + "|what(?: ' s| is|s)? (?:the )?(?:time|date|day)(?: now| today)?");
  private static final Pattern REMINDERS =
      Pattern.compile(
          "(?:what|which|how many|show|list|any|do i have)"
              + "(?: are| me)?(?: my| the| all| any| upcoming)*"
              + " reminders?(?: (?:do i have|are there|are set|are coming|have i|i have|to come))?"
              + "|(?:my )?(?:upcoming )?reminders");
  private static final Pattern MISSED =
      Pattern.compile(
          "what (?:did|have|ve|' ve) i (?:miss(?:ed)?|overlook(?:ed)?)(?: .*)?"
              + "|(?:did|have) i miss(?:ed)? (?:anything|something)(?: .*)?"
              + "|anything (?:i|that i)(?: ' ve| have)? missed");
  private static final Pattern TRASH =
      Pattern.compile(
          "(?:what ' s|what is|whats|show|list|open|show me) (?:(?:in|me) )?(?:the |my )?"
              + "(?:trash|bin|deleted (?:tasks|items|things))"
              + "|what (?:did|have) i (?:just )?deleted?(?: .*)?");
  private static final Pattern WHY =
      Pattern.compile(
          "why (?:did|do|are|were|was|have) (?:you|i) (?:just )?(?:remind(?:ed|ing)?|notif(?:y|ied)|"
              + "told|tell)(?: me)?(?: (?:of|about|to) (?<ref>.+)| now| that| this)?");

  /** What is said as a whole, and means one thing. */
  private static final List<Said> ALL =
      List.of(
          new Said(AGREE, new Agree()),
          new Said(DECLINE, new Decline()),
          new Said(UNDO, new Undo()),
          new Said(HELP, new Help()),
          new Said(THANKS, new Thanks()),
          new Said(NOW, new Now()),
          new Said(REMINDERS, new Reminders()),
          new Said(MISSED, new Missed()),
          new Said(TRASH, new Trash()));

  private Talk() {}

  private record Said(Pattern words, Intent meaning) {}

  static @Nullable Intent read(Sentence.Reader reader) {
    Line line = reader.line();
    for (Said said : ALL) {
      if (line.match(said.words()) != null) {
        return said.meaning();
      }
    }
    Match why = line.match(WHY);
    return why == null ? null : new Why(why.has("ref") ? reader.reference(why) : null);
  }
}
