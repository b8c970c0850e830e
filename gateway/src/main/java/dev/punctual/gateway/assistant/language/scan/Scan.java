package dev.punctual.gateway.assistant.language.scan;

import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.piece.Piece;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.piece.Piece.Repeat;
import dev.punctual.gateway.assistant.language.piece.Piece.Time;
import dev.punctual.gateway.assistant.language.piece.Repeating;
import dev.punctual.gateway.assistant.language.recurrence.Repeats;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.time.Clock;
import dev.punctual.gateway.assistant.language.time.Days;
import dev.punctual.gateway.assistant.language.time.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a text, from the left, none over another. Each reader looks a bounded number of
 * words ahead, so that the time taken grows with the length of the text alone.
 */
public record Scan(Tokens tokens, List<Found> found) {

  public Scan {
    found = List.copyOf(found);
  }

  public static Scan of(Tokens tokens, Speaker speaker) {
    return of(tokens, 0, tokens.size(), speaker);
  }

  /** Of a part of the tokens; what begins in it is read to its end. */
  public static Scan of(Tokens tokens, int from, int to, Speaker speaker) {
    List<Found> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      Found next = at(tokens, at, speaker, found);
      if (next == null || next.to() > to) {
        at++;
      } else {
        found.add(next);
        at = next.to();
      }
    }
    return new Scan(tokens, found);
  }

  private static @Nullable Found at(Tokens tokens, int at, Speaker speaker, List<Found> before) {
    if (tokens.get(at).isQuotation()) {
      return null;
    }
    Found found = Repeats.at(tokens, at);
    if (found == null) {
      found = Ends.at(tokens, at, speaker);
    }
    if (found == null) {
      found = Clock.at(tokens, at);
    }
    if (found == null) {
      found = Days.ofItsOwn(tokens, at, speaker.today());
    }
    if (found == null && !tokens.is(at, "tonight")) {
      found = Clock.part(tokens, at, followsDay(tokens, at, before));
    }
    if (found == null && tokens.is(at, "tonight")) {
      found = new Found(new Piece.DayPart(PartOfDay.EVENING, true), at, at + 1);
    }
    return found == null ? Labels.at(tokens, at) : found;
  }

  private static boolean followsDay(Tokens tokens, int at, List<Found> before) {
    if (before.isEmpty() || before.getLast().to() != at || tokens.is(at, "")) {
      return false;
    }
    Piece last = before.getLast().piece();
    return last instanceof Day
        || last instanceof Time
        || (last instanceof Repeat(Repeating repeating) && !repeating.isSubDaily());
  }

  /** The first piece of a kind. */
  public <P extends Piece> Optional<P> first(Class<P> kind) {
    return found.stream().map(Found::piece).filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public Optional<Found> where(Predicate<Piece> wanted) {
    return found.stream().filter(one -> wanted.test(one.piece())).findFirst();
  }
}
