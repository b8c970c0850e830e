package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.gateway.assistant.language.meaning.Choice;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.DayPart;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Moment;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Start;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.text.Say;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From what was said of days and times to one moment, or to the question that has to be asked.
 *
 * <p>An hour from one to six without am or pm is asked about, from seven to nine it is the morning;
 * two digits and a leading zero are the clock of 24 hours.
 */
public sealed interface Timing {
  /** More than one day. */
  Set<String> VAGUE = Set.of("week", "weekend", "month");

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
    Timing timing = timed(scan, date, speaker);
    return day != null && timing instanceof Known(When when)
        ? new Known(when.remarking(taken(scan.tokens(), day, when, speaker)))
        : timing;
  }

  /** What was taken for a day though it is more than one; empty: a day was said. */
  private static String taken(Tokens tokens, Found day, When when, Speaker speaker) {
    LocalDate date = when.date();
    boolean vague = VAGUE.contains(tokens.word(day.to() - 1)) && !tokens.is(day.to() - 2, "of");
    return date == null || !vague || tokens.is(day.to() - 2, "the")
        ? ""
        : "I took \u201c"
            + tokens.written(day.to() - 2, day.to())
            + "\u201d as "
            + Say.date(date, speaker.today())
            + ".";
  }

  /** Whether a rule says nothing of the day within its week, month or year. */
  static boolean needsDay(Repeating repeating) {
    boolean months = repeating.by().startsWith("BYMONTH=") && !repeating.by().contains("DAY");
    return (repeating.by().isEmpty() || months)
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
    LocalDate day = date == null && isToday(scan) ? speaker.today() : date;
    if (clock == null) {
      When when = part == null ? new When(day, null, null, "") : habit(day, part, speaker);
      return ahead(scan, when, speaker);
    }
    Time said = (Time) clock.piece();
    LocalTime time = said.time();
    if (part != null) {
      time = part.within(time);
    } else if (said.bare() && !repeats(scan)) {
      boolean passed = !time.isAfter(speaker.local().toLocalTime());
      if (passed && speaker.today().equals(day)) {
        // What is said of today lies ahead.
        time = time.plusHours(12);
      } else if (time.getHour() <= 6 || (passed && day == null)) {
        return new Open(whichHalf(scan.tokens(), clock, time, passed && day == null));
      }
    } else if (said.bare() && time.getHour() <= 6) {
      return new Open(whichHalf(scan.tokens(), clock, time, false));
    }
    return ahead(scan, new When(day(day, time, speaker), time, null, ""), speaker);
  }

  /** Nothing is set for a time of today that is over. */
  private static Timing ahead(Scan scan, When when, Speaker speaker) {
    LocalTime now = speaker.local().toLocalTime();
    LocalTime time = when.time();
    Found part = scan.where(DayPart.class::isInstance).orElse(null);
    Found day = scan.where(Day.class::isInstance).orElse(part);
    boolean today = speaker.today().equals(when.date()) && !repeats(scan);
    if (time == null || time.isAfter(now) || !today || day == null) {
      return new Known(when);
    }
    String tomorrow =
        day.piece() instanceof DayPart(PartOfDay said, boolean ofToday)
            ? "tomorrow " + said.word()
            : "tomorrow";
    return new Open(
        doubt(
            scan.tokens(),
            day,
            "It is "
                + Say.time(now)
                + ": "
                + Say.time(time)
                + " is over for today. When do you mean?",
            List.of(new Choice(tomorrow, tomorrow))));
  }

  private static boolean isToday(Scan scan) {
    return scan.first(DayPart.class).filter(DayPart::today).isPresent();
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
