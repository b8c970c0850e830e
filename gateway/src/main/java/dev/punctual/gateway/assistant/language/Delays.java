package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.Skip;
import dev.punctual.gateway.assistant.language.meaning.Intent.Snooze;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.When;
import dev.punctual.gateway.assistant.language.piece.Piece.Day;
import dev.punctual.gateway.assistant.language.piece.Piece.Found;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.scan.Timing;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.time.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what puts off a reminder, or leaves out an occurrence. */
final class Delays {
  private static final Set<String> LEADING = Set.of("the", "my", "this", "next", "coming");

  private Delays() {}

  /** "remind me again in 10 minutes", "remind me later". */
  static @Nullable Intent again(Reader reader, Match match) {
    if (!match.has("rest")) {
      return Afterthoughts.atEnd(reader, "For how long?");
    }
    Words rest = match.words("rest");
    Length length = reader.length(rest);
    Scan scan = Moves.when(reader, rest.from(), rest.to());
    if (length != null) {
      return new Snooze(null, length, When.NEVER);
    }
    return scan == null
        ? null
        : switch (Timing.of(scan, reader.speaker())) {
          case Timing.Open(Doubt doubt) -> new Ask(doubt);
          case Timing.Known(When when) -> new Snooze(null, null, when);
        };
  }

  /** "snooze", "snooze it for 10 minutes", "snooze the dentist until tomorrow at 9". */
  static @Nullable Intent snooze(Reader reader, Match match) {
    Tokens tokens = reader.line().tokens();
    if (!match.has("rest")) {
      int end = tokens.text().length();
      return new Ask(new Doubt("For how long?", end, end, List.of()));
    }
    Words rest = match.words("rest");
    int link = rest.from();
    while (link < rest.to() && !tokens.isIn(link, Set.of("for", "by", "to", "until", "till"))) {
      link++;
    }
    Reference what = link == rest.from() ? null : reader.reference(new Words(rest.from(), link));
    if (link == rest.to()) {
      Length length = reader.length(rest);
      int end = tokens.text().length();
      return length == null
          ? new Ask(new Doubt("For how long?", end, end, List.of()))
          : new Snooze(null, length, When.NEVER);
    }
    Length length = reader.length(new Words(link + 1, rest.to()));
    if (length != null) {
      return new Snooze(what, length, When.NEVER);
    }
    Scan scan = Moves.when(reader, link + 1, rest.to());
    return scan == null
        ? null
        : switch (Timing.of(scan, reader.speaker())) {
          case Timing.Open(Doubt doubt) -> new Ask(doubt);
          case Timing.Known(When when) -> new Snooze(what, null, when);
        };
  }

  /** "this Friday's report", "the report on Friday", "the next standup". */
  static Intent skip(Reader reader, Match match) {
    Tokens tokens = reader.line().tokens();
    Words rest = match.words("rest");
    LocalDate today = reader.speaker().today();
    Found first = Days.plain(tokens, leading(tokens, rest), today);
    if (first != null && first.piece() instanceof Day(LocalDate date, LocalDate or)) {
      int after = tokens.are(first.to(), "'", "s") ? first.to() + 2 : first.to();
      // Of what is there already "Friday" is the nearest one.
      return new Skip(reader.reference(new Words(after, rest.to())), date);
    }
    for (int i = rest.from() + 1; i < rest.to(); i++) {
      Found last = Days.at(tokens, i, today);
      if (last != null
          && last.to() == rest.to()
          && last.piece() instanceof Day(LocalDate date, LocalDate or)) {
        return new Skip(reader.reference(new Words(rest.from(), i)), date);
      }
    }
    int named = rest.from();
    while (named < rest.to() - 1 && tokens.isIn(named, LEADING)) {
      named++;
    }
    return new Skip(reader.reference(new Words(named, rest.to())), null);
  }

  private static int leading(Tokens tokens, Words words) {
    return tokens.is(words.from(), "the") || tokens.is(words.from(), "my")
        ? words.from() + 1
        : words.from();
  }
}
