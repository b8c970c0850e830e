package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.Recurrence;
import dev.punctual.calendar.RuleRefused;
import dev.punctual.contracts.Repeat;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Lasting;
import dev.punctual.gateway.assistant.language.piece.Piece.Start;
import dev.punctual.gateway.assistant.language.piece.Piece.Times;
import dev.punctual.gateway.assistant.language.piece.Piece.Until;
import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.recurrence.RuleDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From how something recurs to a rule and the start of its phase, or to a question. */
public sealed interface Rhythm {
  DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  /**
   * @param start the first occurrence that is still to come
   * @param repeat null: as a series does that says nothing
   */
  record Known(String start, String rule, @Nullable Repeat repeat, String remark)
      implements Rhythm {}

  record Open(Doubt doubt) implements Rhythm {}

  static Rhythm of(Scan chosen, Repeating repeating, Speaker speaker) {
    Doubt unclear = Timing.unclear(chosen);
    if (unclear != null) {
      return new Open(unclear);
    }
    Found day = chosen.where(piece -> piece instanceof Day || piece instanceof Start).orElse(null);
    if (day == null && Timing.needsDay(repeating) && !repeating.fromCompletion()) {
      return new Open(whichDay(chosen, repeating));
    }
    Doubt ends = endsAtTime(chosen);
    if (ends != null) {
      return new Open(ends);
    }
    LocalDate anchor = day == null ? speaker.today() : Timing.said(day).date();
    Repeating anchored = anchored(repeating, anchor);
    return switch (Timing.timed(chosen, anchor, speaker)) {
      case Timing.Open(Doubt doubt) -> new Open(doubt);
      case Timing.Known(When when) ->
          known(chosen, anchored, start(anchored, when, speaker), when, speaker);
    };
  }

  /** A day that not each month has is its last day there. */
  private static Repeating anchored(Repeating repeating, LocalDate anchor) {
    boolean monthly = repeating.frequency().equals("MONTHLY") && repeating.by().isEmpty();
    return monthly && !repeating.fromCompletion() && anchor.getDayOfMonth() > 28
        ? repeating.by(RuleDays.byMonthDay(Set.of(anchor.getDayOfMonth())))
        : repeating;
  }

  /** "until 5pm": a series ends with a day. */
  private static @Nullable Doubt endsAtTime(Scan chosen) {
    return chosen
        .where(Piece.Time.class::isInstance)
        .filter(
            time ->
                chosen.tokens().is(time.from() - 1, "until")
                    || chosen.tokens().is(time.from() - 1, "till"))
        .map(
            time ->
                Timing.doubt(
                    chosen.tokens(),
                    time,
                    "It can end on a day, not at a time of day. Through which day shall it go?",
                    List.of()))
        .orElse(null);
  }

  private static Rhythm known(
      Scan chosen, Repeating repeating, LocalStart start, When when, Speaker speaker) {
    try {
      Recurrence every =
          Recurrence.of(start, speaker.zone(), repeating.everyOne(), List.of(), List.of());
      Optional<Occurrence> first =
          repeating.isSubDaily() ? every.next(null) : every.nextAfter(speaker.now());
      if (first.isEmpty()) {
        return new Open(refused(chosen, "That never happens. On which days shall it be?"));
      }
      LocalStart begins = LocalStart.parse(first.get().local());
      String rule = repeating.rule(end(chosen, begins));
      Recurrence checked = Recurrence.of(begins, speaker.zone(), rule, List.of(), List.of());
      if (checked.next(null).isEmpty()) {
        return new Open(
            refused(chosen, "That would end before it begins. Until when shall it go?"));
      }
      return new Known(
          form(begins),
          rule,
          repeating.fromCompletion() ? Repeat.COMPLETION : null,
          repeating.by().contains("SKIP=BACKWARD")
              ? "Where a month is shorter it is its last day."
              : when.remark());
    } catch (RuleRefused e) {
      return new Open(refused(chosen, "I cannot take that rhythm: " + e.getMessage()));
    }
  }

  private static LocalStart start(Repeating repeating, When when, Speaker speaker) {
    LocalDate date = when.date() == null ? speaker.today() : when.date();
    LocalTime time = when.time();
    if (time != null) {
      return new LocalStart.At(date.atTime(time));
    }
    if (!repeating.isSubDaily()) {
      return new LocalStart.On(date);
    }
    ChronoUnit unit =
        repeating.frequency().equals("HOURLY") ? ChronoUnit.HOURS : ChronoUnit.MINUTES;
    return date.isAfter(speaker.today())
        ? new LocalStart.At(date.atTime(speaker.habits().morning()))
        : new LocalStart.At(
            speaker.local().plus(repeating.interval(), unit).truncatedTo(ChronoUnit.MINUTES));
  }

  /** As people write it: without seconds. */
  private static String form(LocalStart start) {
    return switch (start) {
      case LocalStart.At(var time) -> time.toString();
      case LocalStart.On(LocalDate date) -> date.toString();
    };
  }

  private static String end(Scan chosen, LocalStart start) {
    LocalDate first =
        switch (start) {
          case LocalStart.At(var time) -> time.toLocalDate();
          case LocalStart.On(LocalDate date) -> date;
        };
    return chosen
        .where(
            piece -> piece instanceof Until || piece instanceof Times || piece instanceof Lasting)
        .map(
            found ->
                switch (found.piece()) {
                  case Times times -> "COUNT=" + times.count();
                  case Until until -> "UNTIL=" + UNTIL.format(until.day());
                  case Lasting lasting ->
                      "UNTIL=" + UNTIL.format(lasting.length().after(first).minusDays(1));
                  default -> "";
                })
        .orElse("");
  }

  private static Doubt whichDay(Scan chosen, Repeating repeating) {
    String question =
        switch (repeating.frequency()) {
          case "WEEKLY" -> "On which day of the week?";
          case "MONTHLY" -> "On which day of the month?";
          default -> "On which day of the year?";
        };
    int after =
        chosen
            .tokens()
            .get(chosen.where(Piece.Repeat.class::isInstance).orElseThrow().to() - 1)
            .to();
    return new Doubt(question, after, after, List.of());
  }

  private static Doubt refused(Scan chosen, String question) {
    Found found = chosen.where(Piece.Repeat.class::isInstance).orElseThrow();
    return Timing.doubt(chosen.tokens(), found, question, List.of());
  }
}
