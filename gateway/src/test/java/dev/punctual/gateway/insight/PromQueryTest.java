package dev.punctual.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.gateway.insight.PromQuery.Selector;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromQueryTest {
  @Test
  void metricsAndLabelsAreFoundFunctionsAndStringsAreNot() {
    PromQuery query =
        PromQuery.parse(
            "histogram_quantile(0.99, sum by (le) (rate(a_bucket{status=~\"5.. by (x)\",route!=\"{y}\"}[5m])))"
                + " > 10 unless on (group) max(b_total[2m:15s]) > 14 * 1e3");

    assertThat(query.selectors())
        .containsExactlyInAnyOrder(
            new Selector("a_bucket", Set.of("route", "status")), new Selector("b_total", Set.of()));
    assertThat(query.grouping()).containsExactlyInAnyOrder("group", "le");
  }

  @Test
  void aMisspelledFunctionAndAMissingBracketAreRefused() {
    assertThatThrownBy(() -> PromQuery.parse("rat(a[5m])")).hasMessageContaining("rat is no");
    assertThatThrownBy(() -> PromQuery.parse("sum(rate(a[5m])")).hasMessageContaining("match");
  }
}
