package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.meaning.Span;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.text.Say;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which days a question is about: "this week", "tomorrow", "the next 3 days", "Friday". */
public final class Spans {
  private static final Set<String> BEFORE =
      Set.of("on", "for", "from", "during", "in", "of", "since");

  private static final Set<String> ARTICLES = Set.of("a", "an", "any", "the");
  private static final Set<String> DUES = Set.of("due", "date", "deadline");

  private Spans() {}

  /** Days and one past their last token. */
  public record Read(Span span, int to) {}

  public static @Nullable Read at(Tokens tokens, int from, LocalDate today) {
    int at = tokens.isIn(from, BEFORE) ? from + 1 : from;
    int the = tokens.is(at, "the") ? at + 1 : at;
    LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate month = today.withDayOfMonth(1);
    switch (tokens.word(at)) {
      case "today", "tonight" -> {
        return named("today", "today", today, today.plusDays(1), at + 1);
      }
      case "tomorrow" -> {
        return named("tomorrow", "tomorrow", today.plusDays(1), today.plusDays(2), at + 1);
      }
      case "yesterday" -> {
        return named("yesterday", "yesterday", today.minusDays(1), today, at + 1);
      }
      default -> {
        // Not one of these.
      }
    }
    Read mine = mine(tokens, at, today, week);
    if (mine != null) {
      return mine;
    }
    int ahead =
        switch (tokens.word(the)) {
          case "this" -> 0;
          case "next", "coming" -> 1;
          case "last", "past", "previous" -> -1;
          default -> 2;
        };
    Read many = ahead == 2 ? null : many(tokens, the, ahead, today);
    if (many != null) {
      return many;
    }
    if (ahead < 2) {
      String which = ahead == 0 ? "this" : ahead == 1 ? "next" : "last";
      switch (tokens.word(the + 1)) {
        case "week" -> {
          LocalDate first = week.plusWeeks(ahead);
          return named(which + "-week", which + " week", first, first.plusWeeks(1), the + 2);
        }
        case "month" -> {
          LocalDate first = month.plusMonths(ahead);
          return named(which + "-month", which + " month", first, first.plusMonths(1), the + 2);
        }
        case "weekend" -> {
          LocalDate saturday = week.plusWeeks(ahead).plusDays(5);
          return named("", which + " weekend", saturday, saturday.plusDays(2), the + 2);
        }
        default -> {
          // A weekday, perhaps.
        }
      }
    }
    return day(tokens, at, today);
  }

  /** "my day", "my week", "without a due date"; null: none of these. */
  private static @Nullable Read mine(Tokens tokens, int at, LocalDate today, LocalDate week) {
    if (tokens.are(at, "my", "day")) {
      return named("today", "today", today, today.plusDays(1), at + 2);
    }
    if (tokens.are(at, "my", "week")) {
      return named("this-week", "this week", week, week.plusWeeks(1), at + 2);
    }
    if (!tokens.is(at, "without") && !tokens.is(at, "no")) {
      return null;
    }
    int due = tokens.isIn(at + 1, ARTICLES) ? at + 2 : at + 1;
    int to = tokens.are(due, "due", "date") ? due + 2 : due + 1;
    return tokens.isIn(due, DUES) ? named("none", "at no time", today, today, to) : null;
  }

  /** "the next 3 days", "the last 2 weeks". */
  private static @Nullable Read many(Tokens tokens, int at, int ahead, LocalDate today) {
    Lengths.Read read = Lengths.at(tokens, at + 1);
    if (ahead == 0 || read == null || !read.length().isDaysOnly()) {
      return null;
    }
    String words = tokens.written(at, read.to());
    LocalDate tomorrow = today.plusDays(1);
    return ahead > 0
        ? named("", words, today, read.length().after(tomorrow), read.to())
        : named("", words, today.minus(read.length().days()), tomorrow, read.to());
  }

  private static @Nullable Read day(Tokens tokens, int at, LocalDate today) {
    Found found = Days.plain(tokens, at, today);
    return found != null && found.piece() instanceof Day(LocalDate date, LocalDate or)
        ? named("", Say.day(date, today), date, date.plusDays(1), found.to())
        : null;
  }

  private static Read named(String name, String words, LocalDate first, LocalDate end, int to) {
    return new Read(new Span(name, words, first, end), to);
  }
}
