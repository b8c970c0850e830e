package dev.punctual.local.dapr;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Asked for the class and for each of its methods: speaks only once, for the class. */
final class NeedsDaprCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (DaprBinaries.find().isPresent()) {
      return ConditionEvaluationResult.enabled("Dapr is here");
    }
    String reason = DaprBinaries.missing();
    if (context.getTestMethod().isEmpty()) {
      System.err.println(context.getDisplayName() + " is left out: " + reason + ".");
    }
    return ConditionEvaluationResult.disabled(reason);
  }
}
