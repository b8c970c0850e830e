package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.piece.Piece.DayPart;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads times of day: "at 2 PM", "8:30", "half past seven", "noon", "in the evening". */
public final class Clock {
  private static final Set<String> AT = Set.of("at", "@", "by");
  private static final Set<String> SPAN = Set.of("from", "for");
  private static final Set<String> PAST = Set.of("past", "after");
  private static final Set<String> TO = Set.of("to", "before");

  private Clock() {}

  public static @Nullable Found at(Tokens tokens, int from) {
    boolean said = tokens.isIn(from, AT);
    // "from 3pm", "for 7am": an hour alone counts something else.
    int first = said || tokens.isIn(from, SPAN) ? from + 1 : from;
    Found found = named(tokens, first);
    if (found == null) {
      found = spoken(tokens, first, said);
    }
    if (found == null) {
      found = digits(tokens, first, said);
    }
    return found == null ? null : new Found(found.piece(), from, found.to());
  }

  /**
   * A part of the day.
   *
   * @param afterDay whether a day, or what recurs daily or weekly, stands right before
   */
  public static @Nullable Found part(Tokens tokens, int from, boolean afterDay) {
    if (tokens.is(from, "in") && tokens.is(from + 1, "the")) {
      return part(tokens, from, from + 2);
    }
    if (tokens.are(from, "at", "night")) {
      return part(tokens, from, from + 1);
    }
    return afterDay ? part(tokens, from, from) : null;
  }

  private static @Nullable Found part(Tokens tokens, int from, int word) {
    PartOfDay part = PartOfDay.of(tokens.word(word));
    return part == null ? null : new Found(new DayPart(part, false), from, word + 1);
  }

  private static @Nullable Found named(Tokens tokens, int at) {
    return switch (tokens.word(at)) {
      case "noon", "midday" -> new Found(new Time(LocalTime.NOON, false), at, at + 1);
      case "midnight" ->
          new Found(
              new Unclear(
                  "Midnight as the day begins, or as it ends?",
                  List.of(
                      new Choice("as it begins", "at 00:00"),
                      new Choice("as it ends", "at 23:59"))),
              at,
              at + 1);
      default -> null;
    };
  }

  /** Half past seven, quarter to five, ten past eight. */
  private static @Nullable Found spoken(Tokens tokens, int at, boolean said) {
    int word = tokens.is(at, "a") && tokens.is(at + 1, "quarter") ? at + 1 : at;
    int minutes =
        switch (tokens.word(word)) {
          case "half" -> 30;
          case "quarter" -> 15;
          default -> said ? Words.number(tokens, word) : -1;
        };
    boolean past = tokens.isIn(word + 1, PAST);
    int hour = Words.number(tokens, word + 2);
    if (minutes < 1
        || minutes > 30
        || hour < 1
        || hour > 12
        || !(past || tokens.isIn(word + 1, TO))) {
      return null;
    }
    LocalTime time = LocalTime.of(hour, 0).plusMinutes(past ? minutes : -minutes);
    return halves(tokens, at, word + 3, time, tokens.digits(word + 2) < 2);
  }

  private static @Nullable Found digits(Tokens tokens, int at, boolean said) {
    int digits = tokens.digits(at);
    boolean word = said && digits == 0 && !tokens.word(at).startsWith("a");
    int hour = word ? Words.number(tokens, at) : digits == 0 || digits > 2 ? -1 : tokens.number(at);
    if (hour < 0) {
      return null;
    }
    boolean minutes = isMinutes(tokens, at, said);
    int minute = minutes ? tokens.number(at + 2) : 0;
    int next = minutes ? at + 3 : at + 1;
    boolean known = said || minutes || half(tokens, next) != null || isOClock(tokens, next);
    if (!known || isLengthOrDate(tokens, next, minutes) || (said && tokens.is(next, "%"))) {
      return null;
    }
    int after = isOClock(tokens, next) ? next + 3 : next;
    if (hour > 23 || minute > 59 || (hour > 12 && half(tokens, after) != null)) {
      Half half = half(tokens, after);
      return new Found(
          new Unclear(
              "There is no such time as "
                  + tokens.written(at, half == null ? after : half.to())
                  + ". Which one do you mean?",
              List.of()),
          at,
          half == null ? after : half.to());
    }
    return halves(tokens, at, after, LocalTime.of(hour, minute), digits < 2);
  }

  /** With what says before or after noon, where it is said. */
  private static Found halves(Tokens tokens, int at, int next, LocalTime face, boolean unpadded) {
    Half half = half(tokens, next);
    if (half != null) {
      return new Found(
          new Time(face.withHour(face.getHour() % 12 + (half.pm() ? 12 : 0)), false),
          at,
          half.to());
    }
    return new Found(new Time(face, unpadded && face.getHour() >= 1), at, next);
  }

  private record Half(boolean pm, int to) {}

  private static @Nullable Half half(Tokens tokens, int at) {
    boolean pm = tokens.is(at, "pm") || tokens.are(at, "p", ".", "m");
    if (!pm && !tokens.is(at, "am") && !tokens.are(at, "a", ".", "m")) {
      return null;
    }
    int end = tokens.word(at).length() == 2 ? at + 1 : at + 3;
    return new Half(pm, end > at + 1 && tokens.is(end, ".") ? end + 1 : end);
  }

  /** "8:30"; with a dot only where it can be nothing else. */
  private static boolean isMinutes(Tokens tokens, int at, boolean said) {
    boolean dot = tokens.is(at + 1, ".") && (said || half(tokens, at + 3) != null);
    return (dot || tokens.is(at + 1, ":"))
        && tokens.touches(at + 1)
        && tokens.touches(at + 2)
        && tokens.digits(at + 2) == 2;
  }

  private static boolean isOClock(Tokens tokens, int at) {
    return tokens.are(at, "o", "'", "clock");
  }

  /** What only looks like an hour: "by 3 days", "at 5 / 6", "at 10 percent". */
  private static boolean isLengthOrDate(Tokens tokens, int next, boolean minutes) {
    if (minutes || half(tokens, next) != null) {
      return false;
    }
    return Lengths.at(tokens, next - 1) != null
        || tokens.is(next, "/")
        || tokens.is(next, "-")
        || tokens.is(next, "percent")
        || (tokens.is(next, ".") && tokens.touches(next + 1))
        || Words.month(tokens.word(next)) != null
        || (tokens.touches(next) && Character.isLetter(tokens.word(next).codePointAt(0)));
  }
}
