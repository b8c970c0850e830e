package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.Sentence.Reader;
import dev.punctual.gateway.assistant.language.meaning.Intent;
import dev.punctual.gateway.assistant.language.scan.Scan;
import dev.punctual.gateway.assistant.language.text.Line.Match;
import dev.punctual.gateway.assistant.language.text.Line.Words;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for a whole line.
 *
 * @param meaning what a line that matches asks for; null: not that
 */
record Order(Pattern pattern, BiFunction<Reader, Match, @Nullable Intent> meaning) {

  static Order order(String pattern, BiFunction<Reader, Match, @Nullable Intent> meaning) {
    return new Order(Pattern.compile(pattern), meaning);
  }

  /** What the first that fits asks for; null: none fits. */
  static @Nullable Intent read(List<Order> orders, Reader reader) {
    for (Order order : orders) {
      Match match = reader.line().match(order.pattern());
      Intent meant = match == null ? null : order.meaning().apply(reader, match);
      if (meant != null) {
        return meant;
      }
    }
    return null;
  }

  /** Whether what it names says when, how often or with which tags: something to do. */
  static boolean isToDo(Reader reader, Match match) {
    Words ref = match.words("ref");
    return !Scan.of(reader.line().tokens(), ref.from(), ref.to(), reader.speaker())
        .found()
        .isEmpty();
  }
}
