package dev.punctual.gateway.assistant.language.time;

import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.piece.Piece.Ahead;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Lasting;
import dev.punctual.gateway.assistant.language.piece.Piece.Moment;
import dev.punctual.gateway.assistant.language.piece.Piece.Start;
import dev.punctual.gateway.assistant.language.piece.Piece.Times;
import dev.punctual.gateway.assistant.language.piece.Piece.Until;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.text.Words;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where something begins and ends, what comes from now on, and what is told before. */
public final class Ends {
  private static final Set<String> STARTING = Set.of("starting", "beginning", "from", "start");
  private static final Set<String> UNTIL = Set.of("until", "till", "through");
  private static final Set<String> BEFORE = Set.of("before", "earlier", "ahead", "prior");
  private static final int MAX_TIMES = 999;

  private Ends() {}

  public static @Nullable Found at(Tokens tokens, int from, Speaker speaker) {
    Found found = ahead(tokens, from);
    if (found == null) {
      found = later(tokens, from, speaker);
    }
    if (found == null) {
      found = bounds(tokens, from, speaker);
    }
    return found == null ? count(tokens, from) : found;
  }

  /** "in 20 minutes", "3 days from now". */
  private static @Nullable Found later(Tokens tokens, int from, Speaker speaker) {
    boolean in = tokens.is(from, "in");
    Lengths.Read read = Lengths.at(tokens, in ? from + 1 : from);
    if (read == null || (!in && !tokens.are(read.to(), "from", "now"))) {
      return null;
    }
    int to = in ? read.to() : read.to() + 2;
    Length length = read.length();
    return length.isDaysOnly()
        ? Days.day(length.after(speaker.today()), from, to)
        : new Found(new Moment(length.after(speaker)), from, to);
  }

  /** "remind me 15 minutes before", "with a reminder a day before". */
  private static @Nullable Found ahead(Tokens tokens, int from) {
    int at = from;
    if (tokens.is(at, "and") || tokens.is(at, ",")) {
      at++;
    }
    if (tokens.are(at, "remind", "me")) {
      at += 2;
    } else if (tokens.is(at, "with") && tokens.is(at + 1, "a") && tokens.is(at + 2, "reminder")) {
      at += 3;
    } else if (tokens.is(at, "reminder")) {
      at += tokens.is(at + 1, ":") ? 2 : 1;
    } else {
      return null;
    }
    if (tokens.are(at, "the", "day", "before")) {
      return new Found(new Ahead(new Length(Period.ofDays(1), Duration.ZERO)), from, at + 3);
    }
    Lengths.Read read = Lengths.at(tokens, at);
    boolean before = read != null && tokens.isIn(read.to(), BEFORE);
    // "an hour before the dentist" speaks of another task.
    return read != null && before && endsThere(tokens, read.to() + 1)
        ? new Found(new Ahead(read.length()), from, read.to() + 1)
        : null;
  }

  private static boolean endsThere(Tokens tokens, int at) {
    return at >= tokens.size() || tokens.get(at).isMark();
  }

  private static @Nullable Found bounds(Tokens tokens, int from, Speaker speaker) {
    boolean until = tokens.isIn(from, UNTIL);
    if (!until && !tokens.isIn(from, STARTING)) {
      return null;
    }
    int at = tokens.is(from + 1, "on") ? from + 2 : from + 1;
    Found day = Days.plain(tokens, at, speaker.today());
    if (day == null || !(day.piece() instanceof Day read)) {
      return null;
    }
    return new Found(until ? new Until(read.date()) : new Start(read), from, day.to());
  }

  /** "10 times", "for 3 weeks". */
  private static @Nullable Found count(Tokens tokens, int from) {
    boolean lasting = tokens.is(from, "for");
    int at = lasting ? from + 1 : from;
    int count = tokens.is(at, "a") ? -1 : Words.number(tokens, at);
    if (count > 0 && count <= MAX_TIMES && tokens.is(at + 1, "times")) {
      return new Found(new Times(count), from, at + 2);
    }
    Lengths.Read read = lasting ? Lengths.at(tokens, at) : null;
    return read != null && read.length().isDaysOnly()
        ? new Found(new Lasting(read.length()), from, read.to())
        : null;
  }
}
