package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.add.Phrase;
import dev.punctual.gateway.assistant.language.add.QuickAdd;
import dev.punctual.gateway.assistant.language.meaning.Addition;
import dev.punctual.gateway.assistant.language.meaning.Doubt;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.meaning.Intent.Add;
import dev.punctual.gateway.assistant.language.meaning.Intent.Ask;
import dev.punctual.gateway.assistant.language.meaning.Intent.Help;
import dev.punctual.gateway.assistant.language.meaning.Intent.Offer;
import dev.punctual.gateway.assistant.language.meaning.Length;
import dev.punctual.gateway.assistant.language.meaning.Reference;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.assistant.language.text.Line;
import dev.punctual.gateway.assistant.language.text.Tokens;
import dev.punctual.gateway.assistant.language.time.Lengths;
import org.jspecify.annotations.Nullable;

/** Reads what a sentence asks for. Pure: the same words at the same time mean the same. */
public final class Sentence {
  /** More is not read. */
  public static final int MAX_TEXT = QuickAdd.MAX_TEXT;

  private Sentence() {}

  /** Reads a sentence of at most {@link #MAX_TEXT} UTF-16 code units. */
  public static Intent read(String text, Speaker speaker) {
    Tokens tokens = Tokens.of(text);
    Line line = Line.of(tokens);
    if (line.isEmpty()) {
      return new Help();
    }
    Reader reader = new Reader(line, speaker);
    Intent intent = Talk.read(reader);
    if (intent == null) {
      intent = Afterthoughts.read(reader);
    }
    if (intent == null) {
      intent = Questions.read(reader);
    }
    if (intent == null) {
      intent = Details.read(reader);
    }
    if (intent == null) {
      intent = Orders.read(reader);
    }
    if (intent == null) {
      intent = Questions.plainly(reader);
    }
    return intent == null ? addition(line, speaker) : intent;
  }

  /** What it says of the conversation itself, such as yes, no and undo; null: it says more. */
  public static @Nullable Intent talk(String text, Speaker speaker) {
    return Talk.read(new Reader(Line.of(Tokens.of(text)), speaker));
  }

  private static Intent addition(Line line, Speaker speaker) {
    if (Questions.asks(line)) {
      return new Offer("");
    }
    Phrase phrase = Phrase.of(line.tokens(), speaker);
    if (!phrase.asksToAdd()) {
      return new Offer(phrase.title().text());
    }
    return switch (phrase.addition()) {
      case Addition.Unsure(Doubt doubt) -> new Ask(doubt);
      case Addition.OneTask task -> new Add(task);
      case Addition.Recurring series -> new Add(series);
    };
  }

  /** What a sentence to add would be called; empty: nothing is left for that. */
  public static String title(String text, Speaker speaker) {
    return Phrase.of(Tokens.of(text), speaker).title().text();
  }

  /** A line and who says it, with what patterns share. */
  record Reader(Line line, Speaker speaker) {

    Reference reference(Line.Match match) {
      return reference(match.words("ref"));
    }

    Reference reference(Line.Words words) {
      return References.read(line.tokens(), words.from(), words.to(), speaker.today());
    }

    /** A length that these words are, from the first to the last; null: they are none. */
    @Nullable Length length(Line.Words words) {
      Lengths.Read read = Lengths.at(line.tokens(), words.from());
      return read != null && read.to() == words.to() ? read.length() : null;
    }
  }
}
