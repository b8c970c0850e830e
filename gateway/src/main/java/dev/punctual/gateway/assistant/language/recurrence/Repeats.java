package dev.punctual.gateway.assistant.language.recurrence;

import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.recurrence.RuleDays.Read;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import dev.punctual.gateway.assistant.language.time.Clock;
import dev.punctual.gateway.assistant.language.time.Dates;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how something recurs: "every other Friday", "monthly on the 1st", "every 3 days". */
public final class Repeats {
  private static final Set<String> OTHER = Set.of("other", "second", "2nd", "alternate");
  private static final Set<String> WORKDAYS = Set.of("weekday", "weekdays", "workday", "workdays");
  private static final Set<String> WEEKENDS = Set.of("weekend", "weekends");
  private static final Set<String> DONE =
      Set.of("completion", "done", "did", "do", "finish", "finished", "complete", "completed");
  private static final Set<String> HOW_OFTEN = Set.of("twice", "thrice");
  private static final int MAX_INTERVAL = 999;

  /** What may follow an adverb such as "daily" where it is not an adjective. */
  private static final Set<String> BEHIND =
      Set.of(
          "",
          "on",
          "at",
          "@",
          "by",
          "in",
          "starting",
          "beginning",
          "from",
          "until",
          "till",
          "for",
          ",",
          ":",
          ".",
          "!",
          "?",
          ";",
          "-",
          "#",
          "remind",
          "with",
          "every",
          "through");

  private Repeats() {}

  public static @Nullable Found at(Tokens tokens, int from) {
    Found found = unclear(tokens, from);
    if (found != null) {
      return found;
    }
    int on = tokens.is(from, "on") ? from + 1 : from;
    Read read = tokens.isIn(on, Words.OF_ALL) ? every(tokens, on + 1) : null;
    if (read == null) {
      read = plural(tokens, on, from);
    }
    if (read == null) {
      read = RuleDays.nthOfEach(tokens, on);
    }
    if (read == null) {
      read = adverb(tokens, from);
    }
    if (read == null) {
      return null;
    }
    Found limited = Exceptions.at(tokens, from, read);
    if (limited != null) {
      return limited;
    }
    int done = completion(tokens, read.to());
    return done > 0
        ? new Found(new Repeat(read.repeating().counted()), from, done)
        : new Found(new Repeat(read.repeating()), from, read.to());
  }

  private static @Nullable Read every(Tokens tokens, int at) {
    PartOfDay part = PartOfDay.of(tokens.word(at));
    if (part != null) {
      return new Read(Repeating.of("DAILY", 1, "").at(part), at + 1);
    }
    if (tokens.isIn(at, WORKDAYS) || tokens.are(at, "business", "day")) {
      return new Read(RuleDays.WORKWEEK, tokens.isIn(at, WORKDAYS) ? at + 1 : at + 2);
    }
    if (tokens.isIn(at, WEEKENDS)) {
      return new Read(RuleDays.WEEKEND, at + 1);
    }
    if (tokens.isIn(at, OTHER) || (tokens.is(at, "2") && tokens.is(at + 1, "nd"))) {
      int next = tokens.is(at, "2") ? at + 2 : at + 1;
      Read fixed = RuleDays.nthOfMonth(tokens, at);
      return fixed == null ? unit(tokens, next, 2) : fixed;
    }
    Read days = RuleDays.weekdays(tokens, at, 1);
    if (days == null) {
      days = RuleDays.nth(tokens, at);
    }
    if (days == null) {
      days = RuleDays.ofYear(tokens, at);
    }
    if (days == null) {
      days = RuleDays.ofMonth(tokens, at);
    }
    if (days != null) {
      return days;
    }
    int count = tokens.is(at, "a") || tokens.is(at, "an") ? -1 : Words.number(tokens, at);
    return count > 0 && count <= MAX_INTERVAL ? unit(tokens, at + 1, count) : unit(tokens, at, 1);
  }

  /** A unit of time, with the days in it where they are said. */
  private static @Nullable Read unit(Tokens tokens, int at, int interval) {
    return switch (tokens.word(at)) {
      case "minute", "minutes" -> new Read(Repeating.of("MINUTELY", interval, ""), at + 1);
      case "hour", "hours" -> new Read(Repeating.of("HOURLY", interval, ""), at + 1);
      case "day", "days" -> new Read(Repeating.of("DAILY", interval, ""), at + 1);
      case "week", "weeks" ->
          RuleDays.onWeekdays(tokens, new Read(Repeating.of("WEEKLY", interval, ""), at + 1));
      case "month", "months" ->
          RuleDays.onDays(tokens, new Read(Repeating.of("MONTHLY", interval, ""), at + 1));
      case "quarter", "quarters" ->
          RuleDays.onDays(tokens, new Read(Repeating.of("MONTHLY", 3 * interval, ""), at + 1));
      case "year", "years" ->
          RuleDays.onDate(tokens, new Read(Repeating.of("YEARLY", interval, ""), at + 1));
      default -> RuleDays.weekdays(tokens, at, interval);
    };
  }

  /** "Mondays and Thursdays", "on weekdays", "weekends". */
  private static @Nullable Read plural(Tokens tokens, int at, int from) {
    boolean leads = at > from || at == 0 || tokens.is(at - 1, "to");
    if (tokens.is(at, "weekdays") && leads) {
      return new Read(RuleDays.WORKWEEK, at + 1);
    }
    if (tokens.is(at, "weekends") && leads) {
      return new Read(RuleDays.WEEKEND, at + 1);
    }
    return Words.weekdays(tokens.word(at)) == null ? null : RuleDays.weekdays(tokens, at, 1);
  }

  private static @Nullable Read adverb(Tokens tokens, int at) {
    if (tokens.are(at, "once", "a") || tokens.are(at, "once", "every")) {
      return unit(tokens, at + 2, 1);
    }
    boolean timed =
        Clock.at(tokens, at + 1) != null
            || Words.weekday(tokens.word(at + 1)) != null
            || Words.month(tokens.word(at + 1)) != null
            || isOrdinal(tokens, tokens.is(at + 1, "the") ? at + 2 : at + 1);
    boolean between = at > 0 && tokens.is(at - 1, "the");
    if ((!tokens.isIn(at + 1, BEHIND) && !timed) || between) {
      return null;
    }
    return switch (tokens.word(at)) {
      case "hourly" -> new Read(Repeating.of("HOURLY", 1, ""), at + 1);
      case "daily" -> new Read(Repeating.of("DAILY", 1, ""), at + 1);
      case "weekly" -> RuleDays.onWeekdays(tokens, new Read(Repeating.of("WEEKLY", 1, ""), at + 1));
      case "fortnightly" ->
          RuleDays.onWeekdays(tokens, new Read(Repeating.of("WEEKLY", 2, ""), at + 1));
      case "monthly" -> RuleDays.onDays(tokens, new Read(Repeating.of("MONTHLY", 1, ""), at + 1));
      case "quarterly" -> RuleDays.onDays(tokens, new Read(Repeating.of("MONTHLY", 3, ""), at + 1));
      case "yearly", "annually" ->
          RuleDays.onDate(tokens, new Read(Repeating.of("YEARLY", 1, ""), at + 1));
      default -> null;
    };
  }

  private static boolean isOrdinal(Tokens tokens, int at) {
    Dates.DayOfMonth day = tokens.digits(at) > 0 ? Dates.dayOfMonth(tokens, at) : null;
    return day != null && day.ordinal();
  }

  /** One past "after I did it" and the like; 0: it is not there. */
  private static int completion(Tokens tokens, int at) {
    if (!tokens.is(at, "after") && !tokens.is(at, "from") && !tokens.is(at, "since")) {
      return 0;
    }
    for (int next = at + 1; next < at + 5; next++) {
      if (tokens.isIn(next, DONE)) {
        return tokens.is(next + 1, "it") ? next + 2 : next + 1;
      }
    }
    return 0;
  }

  private static @Nullable Found unclear(Tokens tokens, int from) {
    Found several = Several.at(tokens, from);
    if (several == null) {
      several = Exceptions.alone(tokens, from);
    }
    if (several != null) {
      return several;
    }
    if (tokens.is(from, "biweekly") || tokens.are(from, "bi", "-", "weekly")) {
      return new Found(
          new Unclear(
              "Every two weeks, or twice a week?",
              List.of(new Choice("every two weeks", "every 2 weeks"))),
          from,
          tokens.is(from, "biweekly") ? from + 1 : from + 3);
    }
    boolean often =
        tokens.isIn(from, HOW_OFTEN)
            ? tokens.is(from + 1, "a")
            : Words.number(tokens, from) > 1 && tokens.are(from + 1, "times", "a");
    int unit = tokens.isIn(from, HOW_OFTEN) ? from + 2 : from + 3;
    return often && unit(tokens, unit, 1) != null
        ? new Found(new Unclear("On which days, or at which times?", List.of()), from, unit + 1)
        : null;
  }
}
