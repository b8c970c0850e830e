package dev.punctual.gateway.reminder;

import dev.punctual.contracts.ReminderStep;
import java.util.ArrayList;
import java.util.List;

/** A reminder's story as it is told. Pure. */
final class ReminderHistory {
  private ReminderHistory() {}

  /** Wake-ups and what came of them are counted from 1; deliveries bring their own number. */
  static List<ReminderStep> numbered(List<ReminderStep> steps) {
    List<ReminderStep> told = new ArrayList<>();
    int wakeUps = 0;
    for (ReminderStep step : steps) {
      told.add(
          switch (step.what()) {
            case WOKEN -> attempt(step, ++wakeUps);
            case HANDLED -> attempt(step, wakeUps);
            case ARMED, CANCELLED, SENT -> step;
          });
    }
    return told;
  }

  private static ReminderStep attempt(ReminderStep step, int number) {
    return new ReminderStep(
        step.at(),
        step.what(),
        step.fireAt(),
        step.local(),
        step.zone(),
        step.by(),
        number,
        step.result(),
        step.detail());
  }
}
