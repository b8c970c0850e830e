package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Piece.Day;
import dev.punctual.gateway.assistant.language.Piece.DayPart;
import dev.punctual.gateway.assistant.language.Piece.Found;
import dev.punctual.gateway.assistant.language.Piece.Moment;
import dev.punctual.gateway.assistant.language.Piece.Repeat;
import dev.punctual.gateway.assistant.language.Piece.Start;
import dev.punctual.gateway.assistant.language.Piece.Time;
import dev.punctual.gateway.assistant.language.Piece.Unclear;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From what was said of days and times to one moment, or to the question that has to be asked.
 *
 * <p>An hour from one to six without am or pm is asked about, from seven to nine it is the morning;
 * two digits and a leading zero are the clock of 24 hours.
 */
sealed interface Timing {

  record Known(When when) implements Timing {}

  record Open(Doubt doubt) implements Timing {}

  static Timing of(Scan scan, Speaker speaker) {
    Doubt unclear = unclear(scan);
    if (unclear != null) {
      return new Open(unclear);
    }
    Optional<Moment> moment = scan.first(Moment.class);
    if (moment.isPresent()) {
      return new Known(new When(null, null, moment.get().at(), ""));
    }
    Found day = scan.where(piece -> piece instanceof Day || piece instanceof Start).orElse(null);
    LocalDate date = null;
    if (day != null) {
      Day said = said(day);
      if (said.or() != null) {
        return new Open(whichDay(scan.tokens(), day, said, speaker.today()));
      }
      date = said.date();
    }
    return timed(scan, date, speaker);
  }

  /** Whether a rule says nothing of the day within its week, month or year. */
  static boolean needsDay(Repeating repeating) {
    return repeating.by().isEmpty()
        && switch (repeating.frequency()) {
          case "WEEKLY", "MONTHLY", "YEARLY" -> true;
          default -> false;
        };
  }

  /** What cannot be taken as anything; null: nothing. */
  static @Nullable Doubt unclear(Scan scan) {
    return scan.where(Unclear.class::isInstance)
        .map(
            found -> {
              Unclear unclear = (Unclear) found.piece();
              return doubt(scan.tokens(), found, unclear.question(), unclear.choices());
            })
        .orElse(null);
  }

  /**
   * The time of day, and on what day where none was said.
   *
   * @param date null: not said
   */
  static Timing timed(Scan scan, @Nullable LocalDate date, Speaker speaker) {
    PartOfDay part =
        scan.first(DayPart.class)
            .map(DayPart::part)
            .or(() -> scan.first(Repeat.class).map(repeat -> repeat.repeating().part()))
            .orElse(null);
    Found clock = scan.where(Time.class::isInstance).orElse(null);
    if (clock == null) {
      return new Known(part == null ? new When(date, null, null, "") : habit(date, part, speaker));
    }
    Time said = (Time) clock.piece();
    LocalTime time = said.time();
    if (part != null) {
      time = part.within(time);
    } else if (said.bare() && !repeats(scan)) {
      boolean passed = !time.isAfter(speaker.local().toLocalTime());
      if (passed && speaker.today().equals(date)) {
        // What is said of today lies ahead.
        time = time.plusHours(12);
      } else if (time.getHour() <= 6 || (passed && date == null)) {
        return new Open(whichHalf(scan.tokens(), clock, time, passed && date == null));
      }
    } else if (said.bare() && time.getHour() <= 6) {
      return new Open(whichHalf(scan.tokens(), clock, time, false));
    }
    return new Known(new When(day(date, time, speaker), time, null, ""));
  }

  private static boolean repeats(Scan scan) {
    return scan.first(Repeat.class).isPresent();
  }

  private static When habit(@Nullable LocalDate date, PartOfDay part, Speaker speaker) {
    LocalTime time = speaker.habits().at(part);
    String word = part.word();
    return new When(
        day(date, time, speaker),
        time,
        null,
        Character.toUpperCase(word.charAt(0))
            + word.substring(1)
            + " is "
            + Say.time(time)
            + " for you.");
  }

  private static LocalDate day(@Nullable LocalDate date, LocalTime time, Speaker speaker) {
    if (date != null) {
      return date;
    }
    boolean ahead = time.isAfter(speaker.local().toLocalTime());
    return ahead ? speaker.today() : speaker.today().plusDays(1);
  }

  static Day said(Found found) {
    return found.piece() instanceof Start(Day start) ? start : (Day) found.piece();
  }

  private static Doubt whichDay(Tokens tokens, Found found, Day day, LocalDate today) {
    LocalDate other = Objects.requireNonNull(day.or());
    String lead = found.piece() instanceof Start ? "starting " : "on ";
    return doubt(
        tokens,
        found,
        "Do you mean " + Say.day(day.date(), today) + ", or " + Say.day(other, today) + "?",
        List.of(
            new Choice(Say.day(day.date(), today), lead + day.date()),
            new Choice(Say.day(other, today), lead + other)));
  }

  private static Doubt whichHalf(Tokens tokens, Found found, LocalTime face, boolean passed) {
    LocalTime later = face.plusHours(12);
    String morning = passed ? "tomorrow at " : "at ";
    return doubt(
        tokens,
        found,
        "Do you mean " + morning + Say.time(face) + ", or at " + Say.time(later) + "?",
        List.of(
            new Choice(Say.time(face), morning + Say.time(face)),
            new Choice(Say.time(later), "at " + Say.time(later))));
  }

  static Doubt doubt(Tokens tokens, Found found, String question, List<Choice> choices) {
    return new Doubt(
        question, tokens.get(found.from()).from(), tokens.get(found.to() - 1).to(), choices);
  }
}
