package dev.punctual.gateway.query;

import java.util.Comparator;
import java.util.List;

/** What somebody who misspelt a word may have meant. */
final class Suggestions {
  private static final int MAX = 3;

  private Suggestions() {}

  /**
   * Those of the known words that are few letters away, the nearest first; at most {@value #MAX}.
   */
  static List<String> of(String word, List<String> known) {
    int near = Math.max(1, Math.min(3, word.length() / 2));
    return known.stream()
        .filter(each -> Math.abs(each.length() - word.length()) <= near)
        .filter(each -> distance(word, each) <= near)
        .sorted(Comparator.comparingInt(each -> distance(word, each)))
        .limit(MAX)
        .toList();
  }

  /** Letters to add, drop, replace or swap with their neighbour (optimal string alignment). */
  static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cheapest(int[][] cost, String one, String other, int i, int j) {
    boolean same = one.charAt(i - 1) == other.charAt(j - 1);
    int least = cost[i - 1][j - 1] + (same ? 0 : 1);
    least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
