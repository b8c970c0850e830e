package dev.punctual.gateway.query;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Jazzer on the grammar, led by the branches that a text takes; for a minute, alone in its JVM,
 * with {@code JAZZER_FUZZ=1} in the environment, as {@code ./punctual test --all} does.
 */
@EnabledIfEnvironmentVariable(named = "JAZZER_FUZZ", matches = "1")
class GrammarFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void anyTextIsAQueryOfOurSqlOrIsRefused(FuzzedDataProvider data) {
    OurSql.check(data.consumeRemainingAsString());
  }
}
