package dev.punctual.gateway.assistant.language;

import dev.punctual.gateway.assistant.language.meaning.Habits;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sentences with what they mean, from a file: "> sentence", then lines of what is expected. */
public final class Examples {
  /** Wednesday 2026-03-04 10:00 in New York. */
  static final Speaker WEDNESDAY =
      new Speaker(
          Instant.parse("2026-03-04T15:00:00Z"), ZoneId.of("America/New_York"), Habits.USUAL);

  private Examples() {}

  public static Map<String, String> read(String name) {
    Map<String, String> examples = new LinkedHashMap<>();
    String sentence = "";
    for (String line : lines(name)) {
      if (line.startsWith("> ")) {
        sentence = line.substring(2);
        if (examples.put(sentence, "") != null) {
          throw new IllegalStateException("twice: " + sentence);
        }
      } else if (!line.isBlank()) {
        String expected = line.strip();
        examples.merge(sentence, expected, (a, b) -> a.isEmpty() ? b : a + "\n" + b);
      }
    }
    return examples;
  }

  private static List<String> lines(String name) {
    try (InputStream file = Examples.class.getResourceAsStream("/assistant/" + name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
