package dev.punctual.gateway.assistant.language;

import static dev.punctual.gateway.assistant.language.Order.isToDo;
import static dev.punctual.gateway.assistant.language.Order.order;

import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.Complete;
import dev.punctual.gateway.assistant.language.meaning.Intent.Delete;
import dev.punctual.gateway.assistant.language.meaning.Intent.Pause;
import dev.punctual.gateway.assistant.language.meaning.Intent.Reopen;
import dev.punctual.gateway.assistant.language.meaning.Intent.Restore;
import dev.punctual.gateway.assistant.language.meaning.Intent.Resume;
import dev.punctual.gateway.assistant.language.meaning.Intent.Stop;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders to do something with what is there already. The first pattern that fits is meant.
 */
final class Orders {
  private static final List<Order> ORDERS =
      List.of(
          order(
              "(?:restore|undelete|recover|bring back|get back) (?<ref>.+?)"
                  + "(?: (?:back )?(?:from|out of) (?:the |my )?(?:trash|bin))?",
              Orders::restore),
          order(
              "(?:bring|get) (?<ref>.+?) back" + "(?: (?:from|out of) (?:the |my )?(?:trash|bin))?",
              Orders::restore),
          order(
              "(?:bring|get|take|move) (?<ref>.+?) (?:from|out of) (?:the |my )?(?:trash|bin)",
              Orders::restore),
          order(
              "mark (?<ref>.+?) (?:as )?(?:not done|undone|incomplete|open|not completed)",
              (reader, match) -> new Reopen(reader.reference(match))),
          order(
              "(?:reopen|uncomplete|re - open) (?<ref>.+)",
              (reader, match) -> new Reopen(reader.reference(match))),
          order(
              "(?<ref>.+?) (?:isn ' t|is not|wasn ' t|was not) (?:done|finished|complete)(?: yet)?",
              (reader, match) -> new Reopen(reader.reference(match))),
          order(
              "mark (?<ref>.+?) (?:as )?(?:done|complete|completed|finished)",
              (reader, match) -> new Complete(reader.reference(match))),
          order(
              "(?:i ' m |i am |im |i ' ve |i have )?(?:done|finished|through) with (?<ref>.+)",
              (reader, match) -> new Complete(reader.reference(match))),
          order(
              "(?:i ' ve |i have |ive |i )(?:just |already )?(?:did|finished|completed|done)"
                  + " (?<ref>.+)",
              (reader, match) -> new Complete(reader.reference(match))),
          order(
              "(?:completed?|finish(?:ed)?|check off|tick off|tick|done(?: :| with)?) (?<ref>.+)",
              Orders::complete),
          order(
              "(?<ref>.+?) (?:is|are) (?:done|finished|complete|completed)(?: now)?",
              (reader, match) -> new Complete(reader.reference(match))),
          order(
              "(?!(?:get|have|be|need|want|must|make|add|to|not) )(?<ref>.+?) (?:done|finished)",
              Orders::complete),
          order("(?:pause|skip) (?<ref>.+?) (?<until>(?:for|until|till) .+)", Orders::pauseUntil),
          order("skip (?<rest>.+)", Delays::skip),
          order("pause (?<ref>.+)", (reader, match) -> new Pause(reader.reference(match))),
          order(
              "(?:resume|unpause|continue|restart|stop pausing) (?<ref>.+)",
              (reader, match) -> new Resume(reader.reference(match))),
          order(
              "(?:start|begin) (?<ref>.+) again",
              (reader, match) -> new Resume(reader.reference(match))),
          order(
              "(?:stop|end|cancel|give up|drop) (?<ref>.+)",
              (reader, match) -> new Stop(reader.reference(match))),
          order(
              "(?:delete|remove|take) (?<ref>.+?) (?:from|off|off of) (?:my |the |our )?"
                  + "(?:list|tasks|task list|to ?do list|to - do list)",
              (reader, match) -> new Delete(reader.reference(match))),
          order(
              "(?:delete|remove|erase|trash|get rid of|throw away|clear|bin|clean up) (?<ref>.+)",
              (reader, match) -> new Delete(reader.reference(match))),
          order(
              "(?:change|set|update) (?:the )?(?:due date|date|time|due|deadline)(?: of| for)"
                  + " (?<ref>.+) (?<when>to .+)",
              Moves::move),
          order(
              "(?:postpone|delay|push|move|shift|put off|reschedule)(?: back)? (?<ref>.+?)(?: back)? by"
                  + " (?<len>.+)",
              Moves::postpone),
          order(
              "(?:postpone|delay|push|move|shift|put off)(?: back)? (?<rest>.+)",
              Moves::postponePlainly),
          order(
              "(?:move|reschedule|postpone|push|shift|delay|put off|bring forward|change)(?: back)?"
                  + " (?<ref>.+) (?<when>(?:to|until|till|for) .+)",
              Moves::move),
          order("(?:set|put) (?<ref>.+?) (?<when>to .+)", Orders::set),
          order("(?:postpone|delay|put off|reschedule) (?<rest>.+)", Moves::postponeTo));

  private Orders() {}

  static @Nullable Intent read(Reader reader) {
    return Order.read(ORDERS, reader);
  }

  /** A pause has no end of its own, and one occurrence is skipped at a time. */
  private static @Nullable Intent pauseUntil(Reader reader, Match match) {
    Tokens tokens = reader.line().tokens();
    Words ref = match.words("ref");
    Words until = match.words("until");
    boolean length = reader.length(new Words(until.from() + 1, until.to())) != null;
    if (!length && Moves.when(reader, until.from() + 1, until.to()) == null) {
      return null;
    }
    return new Ask(
        new Doubt(
            "A pause has no end of its own, and I skip one occurrence at a time. Shall I pause it"
                + " until you say \u201cresume\u201d?",
            tokens.get(ref.from() - 1).from(),
            tokens.get(until.to() - 1).to(),
            List.of(
                new Choice(
                    "Pause it until I resume it",
                    "pause " + tokens.written(ref.from(), ref.to())))));
  }

  /** "set the dentist to 3pm", but not "set up a standup on weekdays to 9:30". */
  private static @Nullable Intent set(Reader reader, Match match) {
    return isToDo(reader, match) ? null : Moves.move(reader, match);
  }

  /** "bring back the books on Friday" is something to do. */
  private static @Nullable Intent restore(Reader reader, Match match) {
    return isToDo(reader, match) ? null : new Restore(reader.reference(match));
  }

  /** "finish the slides by Friday" is something to do. */
  private static @Nullable Intent complete(Reader reader, Match match) {
    Reference reference = reader.reference(match);
    return isToDo(reader, match) && !(reference instanceof Reference.All)
        ? null
        : new Complete(reference);
  }
}
