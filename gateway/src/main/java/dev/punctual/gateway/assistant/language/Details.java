package dev.punctual.gateway.assistant.language;

import static dev.punctual.gateway.assistant.language.Order.isToDo;
import static dev.punctual.gateway.assistant.language.Order.order;

import dev.punctual.contracts.Priority;
import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.AddTags;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.CancelReminders;
import dev.punctual.gateway.assistant.language.meaning.Intent.Note;
import dev.punctual.gateway.assistant.language.meaning.Intent.RemindBefore;
import dev.punctual.gateway.assistant.language.meaning.Intent.RemoveTags;
import dev.punctual.gateway.assistant.language.meaning.Intent.Rename;
import dev.punctual.gateway.assistant.language.meaning.Intent.SetPriority;
import dev.punctual.gateway.assistant.language.meaning.Intent.Unset;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.scan.Labels;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders that change what a task says: reminders, notes, tags, priority, title, due. The
 * first pattern that fits is meant.
 */
final class Details {
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
          order("remind me (?<len>.+?) before (?<ref>.+)", Details::remindBefore),
          order("snooze(?: (?<rest>.+))?", Delays::snooze),
          order("add (?:a |the )?notes? (?:to|on|for) (?<ref>.+?) : (?<note>.+)", Details::note),
          order(
              "add (?:a |the )?notes?(?: :)? (?<note>(?!to |for |on ).+) to (?<ref>.+)",
              Details::note),
          order("add (?:the |a )?tags? (?<tags>.+) to (?<ref>.+)", Details::addTags),
          order("add (?:the |a )?(?<tags>.+) tags? to (?<ref>.+)", Details::addTags),
          order("add (?<tags># .+) to (?<ref>.+)", Details::addTags),
          order("tag (?<ref>.+) (?:with|as) (?<tags>.+)", Details::addTags),
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
              Details::removeTags),
          order(
              "(?:remove|delete|take|drop) (?:the )?(?<tags>.+) tags? (?:from|off) (?<ref>.+)",
              Details::removeTags),
          order("(?:remove|delete|take|drop) (?<tags># .+) from (?<ref>.+)", Details::removeTags),
          order(
              "(?:change|set|make|raise|lower|put|update) (?:the )?priority (?:of|for|on) (?<ref>.+)"
                  + " (?:to|as) (?<prio>high|medium|normal|low)(?: priority)?",
              Details::setPriority),
          order(
              "(?:make|set|mark|change) (?<ref>.+?) (?:to |as |a )?(?<prio>high|medium|normal|low)"
                  + "(?: -)? priority",
              Details::setPriority),
          order(
              "(?:make|set|mark|change|put) (?<ref>.+?) (?:to|as|on)"
                  + " (?<prio>high|medium|normal|low)",
              Details::setPriority),
          order(
              "(?:(?<down>lower|reduce|decrease)|raise|increase) (?:the )?priority (?:of|for|on) (?<ref>.+)",
              Details::whichPriority),
          order("prioriti[sz]e (?<ref>.+)", Details::prioritise),
          order("(?:make|set) (?<ref>.+?) (?:to be )?(?<when>due .+)", Moves::move),
          order("(?:rename|retitle) (?<ref>.+?) (?:to|as) (?<title>.+)", Details::rename),
          order(
              "(?:change|set) the (?:title|name) of (?<ref>.+?) to (?<title>.+)", Details::rename));

  private Details() {}

  static @Nullable Intent read(Reader reader) {
    return Order.read(ORDERS, reader);
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

  private static Intent whichPriority(Reader reader, Match match) {
    int end = reader.line().tokens().text().length();
    String far = match.has("down") ? "low" : "high";
    return new Ask(
        new Doubt(
            "To medium, or to " + far + "?",
            end,
            end,
            List.of(new Choice("medium", "to medium"), new Choice(far, "to " + far))));
  }

  private static @Nullable Intent prioritise(Reader reader, Match match) {
    return isToDo(reader, match) ? null : new SetPriority(reader.reference(match), Priority.HIGH);
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
}
