package dev.punctual.gateway.assistant.language;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.AddTags;
import dev.punctual.gateway.assistant.language.meaning.Intent.CancelReminders;
import dev.punctual.gateway.assistant.language.meaning.Intent.Complete;
import dev.punctual.gateway.assistant.language.meaning.Intent.Delete;
import dev.punctual.gateway.assistant.language.meaning.Intent.Note;
import dev.punctual.gateway.assistant.language.meaning.Intent.Pause;
import dev.punctual.gateway.assistant.language.meaning.Intent.RemindBefore;
import dev.punctual.gateway.assistant.language.meaning.Intent.RemoveTags;
import dev.punctual.gateway.assistant.language.meaning.Intent.Rename;
import dev.punctual.gateway.assistant.language.meaning.Intent.Reopen;
import dev.punctual.gateway.assistant.language.meaning.Intent.Resume;
import dev.punctual.gateway.assistant.language.meaning.Intent.SetPriority;
import dev.punctual.gateway.assistant.language.meaning.Intent.Stop;
import dev.punctual.gateway.assistant.language.meaning.Intent.Unset;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.scan.Labels;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads orders about what is there already. The first pattern that fits is meant. */
final class Orders {
  private static final List<Order> ORDERS =
      List.of(
          order(
              "(?:cancel|delete|remove|turn off|clear|stop|drop) (?:all )?(?:my |the )?"
                  + "reminders? (?:for|of|about|to|on) (?<ref>.+)",
              (reader, match) -> new CancelReminders(reader.reference(match))),
          order(
              "(?:cancel|delete|remove|turn off|clear|stop|drop) (?<ref>.+?)(?: ' s)? reminders?",
              (reader, match) -> new CancelReminders(reader.reference(match))),
          order(
              "(?:don ' t|do not|stop) remind(?:ing)? me (?:about |of |to )?(?<ref>.+)",
              (reader, match) -> new CancelReminders(reader.reference(match))),
          order("remind me (?<len>.+?) before (?<ref>.+)", Orders::remindBefore),
          order("snooze(?: (?<rest>.+))?", Moves::snooze),
          order("add (?:a |the )?notes? (?:to|on|for) (?<ref>.+?) : (?<note>.+)", Orders::note),
          order(
              "add (?:a |the )?notes?(?: :)? (?<note>(?!to |for |on ).+) to (?<ref>.+)",
              Orders::note),
          order("add (?:the |a )?tags? (?<tags>.+) to (?<ref>.+)", Orders::addTags),
          order("add (?:the |a )?(?<tags>.+) tags? to (?<ref>.+)", Orders::addTags),
          order("add (?<tags># .+) to (?<ref>.+)", Orders::addTags),
          order("tag (?<ref>.+) (?:with|as) (?<tags>.+)", Orders::addTags),
          order(
              "(?:remove|delete|clear|drop) (?:all (?:the |of the )?|the )?tags"
                  + " (?:from|of|off) (?<ref>.+)",
              (reader, match) -> new RemoveTags(reader.reference(match), List.of())),
          order(
              "(?:remove|delete|clear|unset|drop) (?:the )?(?:due date|due time|due|deadline)"
                  + " (?:of|from|for|off|on) (?<ref>.+)",
              (reader, match) -> new Unset(reader.reference(match))),
          order(
              "(?:remove|delete|take|drop) (?:the )?tags? (?<tags>.+) (?:from|off) (?<ref>.+)",
              Orders::removeTags),
          order(
              "(?:remove|delete|take|drop) (?:the )?(?<tags>.+) tags? (?:from|off) (?<ref>.+)",
              Orders::removeTags),
          order("(?:remove|delete|take|drop) (?<tags># .+) from (?<ref>.+)", Orders::removeTags),
          order(
              "(?:change|set|make|raise|lower|put|update) (?:the )?priority (?:of|for|on) (?<ref>.+)"
                  + " (?:to|as) (?<prio>high|medium|normal|low)(?: priority)?",
              Orders::setPriority),
          order(
              "(?:make|set|mark|change) (?<ref>.+?) (?:to |as |a )?(?<prio>high|medium|normal|low)"
                  + "(?: -)? priority",
              Orders::setPriority),
          order(
              "(?:make|set|mark|change|put) (?<ref>.+?) (?:to|as|on)"
                  + " (?<prio>high|medium|normal|low)",
              Orders::setPriority),
          order("(?:make|set) (?<ref>.+?) (?:to be )?(?<when>due .+)", Moves::move),
          order("(?:rename|retitle) (?<ref>.+?) (?:to|as) (?<title>.+)", Orders::rename),
          order("(?:change|set) the (?:title|name) of (?<ref>.+?) to (?<title>.+)", Orders::rename),
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
          order("(?:complete|finish|check off|tick off|tick|done :) (?<ref>.+)", Orders::complete),
          order(
              "(?<ref>.+?) (?:is|are) (?:done|finished|complete|completed)(?: now)?",
              (reader, match) -> new Complete(reader.reference(match))),
          order("skip (?<rest>.+)", Moves::skip),
          order("pause (?<ref>.+)", (reader, match) -> new Pause(reader.reference(match))),
          order(
              "(?:resume|unpause|continue|restart) (?<ref>.+)",
              (reader, match) -> new Resume(reader.reference(match))),
          order(
              "(?:stop|end|cancel|give up|drop) (?<ref>.+)",
              (reader, match) -> new Stop(reader.reference(match))),
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
              Moves::move));

  private Orders() {}

  private record Order(Pattern pattern, BiFunction<Reader, Match, @Nullable Intent> meaning) {}

  private static Order order(String pattern, BiFunction<Reader, Match, @Nullable Intent> meaning) {
    return new Order(Pattern.compile(pattern), meaning);
  }

  static @Nullable Intent read(Reader reader) {
    for (Order order : ORDERS) {
      Match match = reader.line().match(order.pattern());
      Intent meant = match == null ? null : order.meaning().apply(reader, match);
      if (meant != null) {
        return meant;
      }
    }
    return null;
  }

  private static @Nullable Intent remindBefore(Reader reader, Match match) {
    Words words = match.words("len");
    boolean theDay = match.word("len").equals("the day");
    Length length = theDay ? new Length(Period.ofDays(1), Duration.ZERO) : reader.length(words);
    return length == null ? null : new RemindBefore(reader.reference(match), length);
  }

  private static Intent addTags(Reader reader, Match match) {
    return new AddTags(reader.reference(match), tags(reader, match));
  }

  private static Intent removeTags(Reader reader, Match match) {
    return new RemoveTags(reader.reference(match), tags(reader, match));
  }

  private static List<String> tags(Reader reader, Match match) {
    Tokens tokens = reader.line().tokens();
    Words words = match.words("tags");
    List<String> tags = new ArrayList<>();
    int start = words.from();
    for (int i = words.from(); i <= words.to(); i++) {
      boolean parts =
          i == words.to() || tokens.is(i, ",") || tokens.is(i, "and") || tokens.is(i, "#");
      if (parts) {
        if (i > start) {
          tags.add(tokens.written(start, i).toLowerCase(Locale.ROOT));
        }
        start = i + 1;
      }
    }
    return tags;
  }

  private static Intent setPriority(Reader reader, Match match) {
    Priority priority = Objects.requireNonNull(Labels.priority(match.word("prio")));
    return new SetPriority(reader.reference(match), priority);
  }

  private static Intent note(Reader reader, Match match) {
    Words note = match.words("note");
    return new Note(
        reader.reference(match), reader.line().tokens().written(note.from(), note.to()));
  }

  private static Intent rename(Reader reader, Match match) {
    Words title = match.words("title");
    return new Rename(
        reader.reference(match), reader.line().tokens().written(title.from(), title.to()));
  }

  /** "finish the slides by Friday" is something to do. */
  private static @Nullable Intent complete(Reader reader, Match match) {
    Words ref = match.words("ref");
    boolean toDo =
        !Scan.of(reader.line().tokens(), ref.from(), ref.to(), reader.speaker()).found().isEmpty();
    Reference reference = reader.reference(match);
    return toDo && !(reference instanceof Reference.All) ? null : new Complete(reference);
  }
}
