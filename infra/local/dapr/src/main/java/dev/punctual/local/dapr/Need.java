package dev.punctual.local.dapr;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Programs that a machine may lack. A test class that needs one is left out there, and says so in
 * one line; where {@link #VARIABLE} names it, the class fails, so that no pipeline passes by
 * leaving out what it is there for.
 */
public enum Need {
  DAPR,
  NGINX;

  /** The environment variable: names in lower case, with commas between. */
  public static final String VARIABLE = "PUNCTUAL_REQUIRE";

  /** Whether {@link #VARIABLE} names this; one that it cannot mean is an error. */
  public boolean isRequired() {
    return isRequired(System.getenv().getOrDefault(VARIABLE, ""));
  }

  boolean isRequired(String names) {
    return Stream.of(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
        .toList()
        .contains(this);
  }

  /**
   * Asked for a class and for each of its methods: speaks only once, for the class.
   *
   * @param missing what was looked for and would help
   * @throws IllegalStateException when it is required and not here
   */
  public ConditionEvaluationResult judge(ExtensionContext context, boolean here, String missing) {
    ConditionEvaluationResult result = judge(here, isRequired(), missing);
    if (result.isDisabled() && context.getTestMethod().isEmpty()) {
      System.err.println(context.getDisplayName() + " is left out: " + missing + ".");
    }
    return result;
  }

  static ConditionEvaluationResult judge(boolean here, boolean required, String missing) {
    if (here) {
      return ConditionEvaluationResult.enabled("it is here");
    }
    if (required) {
      throw new IllegalStateException(VARIABLE + " names it, but there is " + missing);
    }
    return ConditionEvaluationResult.disabled(missing);
  }
}
