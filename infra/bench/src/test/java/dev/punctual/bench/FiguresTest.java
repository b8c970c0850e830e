package dev.punctual.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void percentile_takesTheNearestRank() {
    Figures figures = new Figures();
    for (int millis = 20; millis >= 1; millis--) {
      figures.add(Duration.ofMillis(millis));
    }

    assertThat(figures.percentile(50)).hasMillis(10);
    assertThat(figures.percentile(95)).hasMillis(19);
    assertThat(figures.percentile(100)).hasMillis(20);
  }

  @Test
  void table_alignsTheFirstColumnLeftAndTheOthersRight() {
    Table table =
        new Table("reminder", "p50", "goal")
            .row("warm", "9 ms")
            .row("from zero", "1,000 ms", "2 s");

    assertThat(table)
        .hasToString(
            """
              reminder        p50  goal
              warm           9 ms
              from zero  1,000 ms   2 s
            """);
  }
}
