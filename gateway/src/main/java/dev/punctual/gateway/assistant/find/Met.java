package dev.punctual.gateway.assistant.find;

import java.util.List;
import java.util.function.Function;

/** What a reference leads to. */
public sealed interface Met<T> {
  /** These, at least one. */
  record These<T>(List<T> things) implements Met<T> {
    public These {
      things = List.copyOf(things);
    }
  }

  /** One of these: it has to be asked which. */
  record Which<T>(List<T> candidates) implements Met<T> {
    public Which {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Nothing.
   *
   * @param reply says so, and what there is instead
   */
  record Nothing<T>(String reply) implements Met<T> {}

  /**
   * That whose title is exactly what was said, else the one with a title of such words. What only
   * has the letters somewhere in it, or the words in its notes, is asked about.
   */
  static <T> Met<T> one(List<T> found, String said, List<String> words, Function<T, String> title) {
    List<T> exact =
        found.stream().filter(thing -> title.apply(thing).equalsIgnoreCase(said)).toList();
    List<T> titled =
        exact.isEmpty()
            ? found.stream().filter(thing -> Titles.have(title.apply(thing), words)).toList()
            : exact;
    return titled.size() == 1
        ? new Met.These<>(titled)
        : new Met.Which<>(titled.isEmpty() ? found : titled);
  }
}
