package dev.punctual.bench;

import java.util.ArrayList;
import java.util.List;

/** A small table of text: the first column to the left, the others to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row; cells that are missing at its end are empty. */
  Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** Its lines, indented by two, a blank one behind them. */
  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    rows.forEach(row -> widen(widths, row));
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String blanks = " ".repeat(widths[column] - cell.length());
        line.append("  ").append(column == 0 ? cell + blanks : blanks + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static void widen(int[] widths, List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      widths[column] = Math.max(widths[column], row.get(column).length());
    }
  }
}
