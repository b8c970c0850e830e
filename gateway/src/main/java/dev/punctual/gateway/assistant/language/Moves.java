package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.Correct;
import dev.punctual.gateway.assistant.language.meaning.Intent.Move;
import dev.punctual.gateway.assistant.language.meaning.Intent.Postpone;
import dev.punctual.gateway.assistant.language.meaning.Intent.Rerule;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.DayPart;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Moment;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.piece.Piece.Unclear;
import dev.punctual.gateway.assistant.language.scan.Rhythm;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.scan.Selection;
import dev.punctual.gateway.assistant.language.scan.Timing;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads orders that move things in time: to another day, by a length, to another rhythm. */
final class Moves {
  private static final Set<String> LINKS = Set.of("to", "until", "till", "for", "at", "on", ",");
  private static final Set<String> AIMED = Set.of("in", "to", "until", "till");
  private static final Set<String> BY = Set.of("by", "back", "for", "out");

  private Moves() {}

  /** Null: what follows is no time at all. */
  static @Nullable Intent move(Reader reader, Match match) {
    Words words = match.words("when");
    Scan scan = when(reader, words.from() + 1, words.to());
    return scan == null
        ? rerule(reader, match, new Words(words.from() + 1, words.to()))
        : switch (moved(scan, reader)) {
          case Timing.Open(Doubt doubt) -> new Ask(doubt);
          case Timing.Known(When when) -> new Move(reader.reference(match), said(scan, when));
        };
  }

  /** "move the standup to Tuesdays"; null: that says no rhythm, and no more than one. */
  private static @Nullable Intent rerule(Reader reader, Match match, Words words) {
    Tokens tokens = reader.line().tokens();
    Scan scan = Scan.of(tokens, words.from(), words.to(), reader.speaker());
    Found repeat = scan.where(Piece.Repeat.class::isInstance).orElse(null);
    if (repeat == null || !isAllRead(scan, words)) {
      return null;
    }
    Scan chosen = Selection.of(scan);
    return switch (Rhythm.of(
        chosen, ((Piece.Repeat) repeat.piece()).repeating(), reader.speaker())) {
      case Rhythm.Open(Doubt doubt) -> new Ask(doubt);
      case Rhythm.Known known ->
          new Rerule(
              reader.reference(match),
              known.start(),
              known.rule(),
              chosen.first(Time.class).isPresent());
    };
  }

  private static boolean isAllRead(Scan scan, Words words) {
    int at = words.from();
    for (Found found : scan.found()) {
      if (!isLinks(scan.tokens(), at, found.from())) {
        return false;
      }
      at = found.to();
    }
    return isLinks(scan.tokens(), at, words.to());
  }

  /** A time alone is one of the day that the task is due on, which need not be today. */
  private static Timing moved(Scan scan, Reader reader) {
    boolean timeOnly =
        scan.found().stream()
            .allMatch(
                found ->
                    found.piece() instanceof Time
                        || found.piece() instanceof DayPart(var part, boolean today) && !today);
    return timeOnly
        ? Timing.timed(scan, reader.speaker().today().plusDays(1), reader.speaker())
        : Timing.of(scan, reader.speaker());
  }

  /** Another time for what was spoken of last; null: these words are no time. */
  static @Nullable Intent correct(Reader reader, Match match) {
    Words words = match.words("when");
    Scan scan = when(reader, words.from(), words.to());
    return scan == null
        ? null
        : switch (moved(scan, reader)) {
          case Timing.Open(Doubt doubt) -> new Ask(doubt);
          case Timing.Known(When when) ->
              new Correct(
                  said(scan, when), reader.line().tokens().written(words.from(), words.to()));
        };
  }

  /** "postpone the dentist friday"; where no time is said it is asked for. */
  static @Nullable Intent postponeTo(Reader reader, Match match) {
    Words rest = match.words("rest");
    int at = rest.from() + 1;
    while (at < rest.to() && !isWhen(reader, at, rest.to())) {
      at++;
    }
    for (int i = rest.from(); i < at; i++) {
      if (reader.line().tokens().isIn(i, LINKS)) {
        return null;
      }
    }
    Scan scan = at < rest.to() ? when(reader, at, rest.to()) : null;
    return scan == null
        ? Afterthoughts.atEnd(reader, "To when, or by how long?")
        : switch (moved(scan, reader)) {
          case Timing.Open(Doubt doubt) -> new Ask(doubt);
          case Timing.Known(When when) ->
              new Move(reader.reference(new Words(rest.from(), at)), said(scan, when));
        };
  }

  private static boolean isWhen(Reader reader, int from, int to) {
    Scan scan = when(reader, from, to);
    return scan != null && scan.found().getFirst().from() == from;
  }

  static @Nullable Intent postpone(Reader reader, Match match) {
    Length length = reader.length(match.words("len"));
    return length == null ? null : new Postpone(reader.reference(match), length);
  }

  /** "push it back an hour", "delay the report 2 days". */
  static @Nullable Intent postponePlainly(Reader reader, Match match) {
    Tokens tokens = reader.line().tokens();
    Words rest = match.words("rest");
    int end = tokens.is(rest.to() - 1, "later") ? rest.to() - 1 : rest.to();
    for (int i = rest.from(); i < end; i++) {
      Length length = reader.length(new Words(i, end));
      if (length != null && !tokens.isIn(i - 1, AIMED)) {
        int to = i;
        while (to > rest.from() && tokens.isIn(to - 1, BY)) {
          to--;
        }
        return new Postpone(reader.reference(new Words(rest.from(), to)), length);
      }
    }
    return null;
  }

  /** What was said of day and time alone: the day is not one that was only thought of. */
  private static When said(Scan scan, When when) {
    boolean day =
        scan.first(Day.class).isPresent()
            || scan.first(DayPart.class).filter(DayPart::today).isPresent();
    return day || when.at() != null ? when : new When(null, when.time(), null, when.remark());
  }

  /** A scan that leaves no word unread; null: these words are more, or less, than a time. */
  static @Nullable Scan when(Reader reader, int from, int to) {
    Tokens tokens = reader.line().tokens();
    Scan scan = Scan.of(tokens, from, to, reader.speaker());
    int at = from;
    for (Found found : scan.found()) {
      boolean time =
          switch (found.piece()) {
            case Day day -> true;
            case Time clock -> true;
            case DayPart part -> true;
            case Moment moment -> true;
            case Unclear unclear -> true;
            default -> false;
          };
      if (!time || !isLinks(tokens, at, found.from())) {
        return bareHour(reader, from, to);
      }
      at = found.to();
    }
    return scan.found().isEmpty() || !isLinks(tokens, at, to) ? bareHour(reader, from, to) : scan;
  }

  /** "to 9": an hour that is nothing but a number. */
  private static @Nullable Scan bareHour(Reader reader, int from, int to) {
    Tokens tokens = reader.line().tokens();
    int hour = to - from == 1 && tokens.digits(from) > 0 ? tokens.number(from) : -1;
    return hour < 0 || hour > 23
        ? null
        : new Scan(
            tokens,
            List.of(
                new Found(
                    new Time(LocalTime.of(hour, 0), tokens.digits(from) < 2 && hour > 0),
                    from,
                    to)));
  }

  private static boolean isLinks(Tokens tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tokens.isIn(i, LINKS)) {
        return false;
      }
    }
    return true;
  }
}
