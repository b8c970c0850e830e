package dev.punctual.gateway.assistant.find;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a title is meant by some words. Pure. */
final class Titles {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Titles() {}

  /** Whether each of the words begins one of the title's, whatever their case and accents. */
  static boolean have(String title, List<String> words) {
    List<String> own = split(title);
    return split(String.join(" ", words)).stream()
        .allMatch(word -> own.stream().anyMatch(one -> one.startsWith(word)));
  }

  private static List<String> split(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
