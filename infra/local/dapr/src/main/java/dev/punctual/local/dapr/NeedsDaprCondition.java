package dev.punctual.local.dapr;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether Dapr's programs are here. */
final class NeedsDaprCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return Need.DAPR.judge(context, DaprBinaries.find().isPresent(), DaprBinaries.missing());
  }
}
