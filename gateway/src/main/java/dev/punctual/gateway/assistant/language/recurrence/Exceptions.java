package dev.punctual.gateway.assistant.language.recurrence;

import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.recurrence.RuleDays.Read;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a rhythm leaves out: "every day except Sunday", "every Tuesday but not in August". */
final class Exceptions {
  private static final Set<String> EXCEPT = Set.of("except", "excluding");
  private static final Set<String> LINKS = Set.of("on", "in", "for", "during", "and", ",", "or");
  private static final String BY_DAY = "BYDAY=";
  private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  private Exceptions() {}

  /** What is left out, and one past its last token. */
  private record Left(List<String> days, Set<Month> months, int to) {
    boolean isNothing() {
      return days.isEmpty() && months.isEmpty();
    }
  }

  /** A rhythm without what is left out right behind it; null: nothing is. */
  static @Nullable Found at(Tokens tokens, int from, Read read) {
    Repeating whole = read.repeating();
    if (whole.isSubDaily() && tokens.is(read.to(), "between")) {
      return asked(
          "I cannot keep it to some hours of the day. At which time, or how often, shall it be?",
          from,
          read.to() + 1);
    }
    int at = behind(tokens, read.to());
    if (at == 0) {
      return null;
    }
    Left left = left(tokens, at);
    Repeating rest = left.isNothing() ? null : without(whole, left);
    return rest == null
        ? asked("I cannot leave that out. On which days shall it be?", from, left.to())
        : new Found(new Repeat(rest), from, left.to());
  }

  /** "except Sunday" somewhere else: from which rhythm that is taken is not guessed. */
  static @Nullable Found alone(Tokens tokens, int from) {
    int at = behind(tokens, from);
    Left left = at == 0 ? null : left(tokens, at);
    return left == null || left.isNothing()
        ? null
        : asked(
            "What is left out stands right behind the rhythm: \u201cevery day except Sunday\u201d. On"
                + " which days shall it be?",
            from,
            left.to());
  }

  /** One past "except" or "but not"; 0: neither is here. */
  private static int behind(Tokens tokens, int at) {
    int word = tokens.is(at, ",") ? at + 1 : at;
    return tokens.isIn(word, EXCEPT) ? word + 1 : tokens.are(word, "but", "not") ? word + 2 : 0;
  }

  private static Left left(Tokens tokens, int from) {
    List<String> days = new ArrayList<>();
    Set<Month> months = EnumSet.noneOf(Month.class);
    int at = from;
    int to = from;
    boolean more = true;
    while (more) {
      Month month = Words.month(tokens.word(at));
      Read named = days(tokens, at);
      if (month != null) {
        months.add(month);
        to = at + 1;
      } else if (named != null) {
        days.addAll(codes(named.repeating()));
        to = named.to();
      }
      boolean found = month != null || named != null;
      more = found || tokens.isIn(at, LINKS);
      at = found ? to : at + 1;
    }
    return new Left(days, months, to);
  }

  private static @Nullable Read days(Tokens tokens, int at) {
    return switch (tokens.word(at)) {
      case "weekend", "weekends" -> new Read(RuleDays.WEEKEND, at + 1);
      case "weekday", "weekdays" -> new Read(RuleDays.WORKWEEK, at + 1);
      default -> RuleDays.weekdays(tokens, at, 1);
    };
  }

  private static List<String> codes(Repeating weekly) {
    return List.of(weekly.by().substring(BY_DAY.length()).split(","));
  }

  /** Null: nothing would remain, or that rhythm knows no such days. */
  private static @Nullable Repeating without(Repeating whole, Left left) {
    Repeating rest = left.days().isEmpty() ? whole : withoutDays(whole, left.days());
    if (rest == null || left.months().isEmpty()) {
      return rest;
    }
    Set<Month> kept = EnumSet.complementOf(EnumSet.copyOf(left.months()));
    if (kept.isEmpty() || rest.frequency().equals("YEARLY")) {
      return null;
    }
    String months =
        kept.stream()
            .map(month -> Integer.toString(month.getValue()))
            .collect(Collectors.joining(","));
    return rest.by((rest.by().isEmpty() ? "" : rest.by() + ";") + "BYMONTH=" + months);
  }

  private static @Nullable Repeating withoutDays(Repeating whole, List<String> days) {
    boolean daily = whole.frequency().equals("DAILY") && whole.by().isEmpty();
    boolean weekly = whole.frequency().equals("WEEKLY") && whole.by().startsWith(BY_DAY);
    if (whole.interval() != 1 || !(daily || weekly)) {
      return null;
    }
    List<String> kept =
        (daily ? WEEK : codes(whole)).stream().filter(day -> !days.contains(day)).toList();
    return kept.isEmpty()
        ? null
        : new Repeating(
            "WEEKLY", 1, BY_DAY + String.join(",", kept), whole.fromCompletion(), whole.part());
  }

  private static Found asked(String question, int from, int to) {
    return new Found(new Unclear(question, List.of()), from, to);
  }
}
