package dev.punctual.gateway.interchange;

import java.util.ArrayList;
import java.util.List;

/** What an import could not keep as it was. The first are listed, all are counted. */
final class Losses {
  private static final int MAX_LISTED = 1_000;
  private static final int MAX_SHOWN = 120;

  private final List<Loss> listed = new ArrayList<>();
  private int all;

  /**
   * Something that was not kept as it was.
   *
   * @param item the title of what it belonged to; empty: of the file itself
   * @param uid of the item; empty: it has none
   * @param property the name of the property or component
   * @param value as it stood in the file, the first 120 characters
   * @param kept what was kept instead
   */
  record Loss(String item, String uid, String property, String value, String kept) {}

  void add(Loss loss) {
    all++;
    if (listed.size() < MAX_LISTED) {
      listed.add(
          new Loss(
              shown(loss.item()),
              shown(loss.uid()),
              shown(loss.property()),
              shown(loss.value()),
              loss.kept()));
    }
  }

  List<Loss> listed() {
    return List.copyOf(listed);
  }

  int all() {
    return all;
  }

  private static String shown(String text) {
    return text.codePointCount(0, text.length()) <= MAX_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN - 1)) + "…";
  }
}
