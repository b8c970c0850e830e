package dev.punctual.gateway.assistant.language.recurrence;

import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.recurrence.RuleDays.Read;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads several days or parts of the day in a row where it was not said that they recur, and what
 * recurs in one of two ways: all of it has to be asked.
 */
public final class Several {
  private static final Set<String> SECOND = Set.of("second", "2nd");

  private Several() {}

  public static @Nullable Found at(Tokens tokens, int from) {
    if (tokens.isIn(from, Words.OF_ALL)) {
      Found found = parts(tokens, from);
      return found == null ? second(tokens, from) : found;
    }
    if (tokens.isIn(from - 1, Words.OF_ALL)) {
      return null;
    }
    int on = tokens.is(from, "on") || tokens.is(from, "from") ? from + 1 : from;
    Found found = weekdays(tokens, from, on);
    return found == null ? days(tokens, from, tokens.is(on, "the") ? on + 1 : on) : found;
  }

  /** "mon wed fri". */
  private static @Nullable Found weekdays(Tokens tokens, int from, int at) {
    Read read = Words.weekdays(tokens.word(at)) == null ? RuleDays.weekdays(tokens, at, 1) : null;
    if (read == null || !read.repeating().by().contains(",")) {
      return null;
    }
    String every = "every " + RuleDays.names(read.repeating());
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(every, every));
    for (int i = at; i < read.to(); i++) {
      DayOfWeek day = Words.weekday(tokens.word(i));
      if (day != null) {
        String name = Words.name(day);
        choices.add(new Choice("once, on " + name, "on " + name));
      }
    }
    return new Found(
        new Unclear(
            Character.toUpperCase(every.charAt(0)) + every.substring(1) + ", or once?", choices),
        from,
        read.to());
  }

  /** "on the 1st and 15th". */
  private static @Nullable Found days(Tokens tokens, int from, int at) {
    Read read = tokens.digits(at) > 0 ? RuleDays.ofMonth(tokens, at) : null;
    boolean several = read != null && read.repeating().by().contains(",");
    if (read == null || !several || tokens.is(read.to(), "of")) {
      return null;
    }
    String every = "every month on the " + tokens.written(at, read.to());
    return new Found(
        new Unclear(
            "Every month on these days, or once? One task is due on one day.",
            List.of(new Choice("every month", every))),
        from,
        read.to());
  }

  /** "every morning and evening". */
  private static @Nullable Found parts(Tokens tokens, int from) {
    PartOfDay one = PartOfDay.of(tokens.word(from + 1));
    PartOfDay other = PartOfDay.of(tokens.word(from + 3));
    return one == null || other == null || !tokens.is(from + 2, "and")
        ? null
        : new Found(
            new Unclear(
                "One time of day for each: every "
                    + one.word()
                    + ", or every "
                    + other.word()
                    + "?",
                List.of(
                    new Choice("every " + one.word(), "every " + one.word()),
                    new Choice("every " + other.word(), "every " + other.word()))),
            from,
            from + 4);
  }

  /** "every second Friday" has two meanings, unless the month is said. */
  private static @Nullable Found second(Tokens tokens, int from) {
    boolean digits = tokens.is(from + 1, "2") && tokens.is(from + 2, "nd");
    int name = digits ? from + 3 : from + 2;
    DayOfWeek day = Words.weekday(tokens.word(name));
    boolean said = tokens.is(name + 1, "of") || tokens.is(name + 1, "in");
    if (day == null || said || !(digits || tokens.isIn(from + 1, SECOND))) {
      return null;
    }
    String other = "every other " + Words.name(day);
    String monthly = "on the second " + Words.name(day) + " of every month";
    return new Found(
        new Unclear(
            "Do you mean " + other + ", or " + monthly + "?",
            List.of(new Choice(other, other), new Choice(monthly, monthly))),
        from,
        name + 1);
  }
}
