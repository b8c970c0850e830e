package dev.punctual.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.RandomRules.Case;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rules that are said alike occur alike: a summary leaves out nothing that matters. */
class SummarySaysAllTest {
  private static final int COMPARED = 30;

  @Property(tries = 500, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void aPartThatChangesWhenARuleOccursIsSaid(@ForAll("cases") Case each) {
    List<String> whole = each.ours(COMPARED);
    List<String> parts = List.of(each.rule().split(";"));
    for (int dropped = 1; dropped < parts.size(); dropped++) {
      List<String> fewer = new ArrayList<>(parts);
      String part = fewer.remove(dropped);
      Case without = new Case(each.start(), String.join(";", fewer));
      if (part.startsWith("BY") && !without.rule().replace("BYSETPOS", "").contains("BY")) {
        // BYSETPOS cannot stand alone.
        continue;
      }
      List<String> others = without.ours(COMPARED);
      boolean known = whole.size() == COMPARED && others.size() == COMPARED;
      if (known && !others.equals(whole)) {
        assertThat(summary(each)).as("%s in %s", part, each.rule()).isNotEqualTo(summary(without));
      }
    }
  }

  @Property(tries = 500, seed = "42", edgeCases = EdgeCasesMode.NONE)
  void aSummaryIsOneLineOfWords(@ForAll("cases") Case each) {
    if (!each.ours(1).isEmpty()) {
      assertThat(summary(each))
          .startsWith("every ")
          .contains(", UTC")
          .doesNotContain("  ", ",,", " ,", "null", ";", "=");
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return RandomRules.cases(rule -> true);
  }

  private static String summary(Case each) {
    return Series.of(each.start().toString(), "UTC", each.rule()).summary();
  }
}
