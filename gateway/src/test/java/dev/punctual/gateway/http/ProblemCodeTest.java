package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.RuleRefused;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {
  @ParameterizedTest
  @EnumSource(RuleRefused.Code.class)
  void whatTheCalendarRefusesHasACodeOfTheSameName(RuleRefused.Code code) {
    assertThat(ProblemCode.of(code).name()).isEqualTo(code.name());
    assertThat(ProblemCode.of(code).status().getCode()).isEqualTo(422);
  }

  @Test
  void wireNamesAreWordsWithHyphens() {
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::wireName))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"))
        .contains("not-json", "unknown-zone", "not-found", "payload-too-large");
  }
}
