package dev.punctual.gateway.reminder;

import dev.punctual.contracts.ReminderStep;
import dev.punctual.gateway.http.Page;
import dev.punctual.store.ReminderSteps;
import java.util.ArrayList;
import java.util.List;

/** A reminder's story as it is told. Pure. */
final class ReminderHistory {
  private ReminderHistory() {}

  /**
   * One part of the story. Wake-ups and what came of them are counted from 1; deliveries bring
   * their own number.
   *
   * @param steps those that follow, one more than are told when there are more
   * @param limit how many are told
   */
  static Page<ReminderStep> page(List<ReminderSteps.Told> steps, HistoryCursor from, int limit) {
    boolean more = steps.size() > limit;
    List<ReminderStep> told = new ArrayList<>();
    int wakeUps = from.wakeUps();
    for (ReminderSteps.Told each : more ? steps.subList(0, limit) : steps) {
      ReminderStep step = each.step();
      told.add(
          switch (step.what()) {
            case WOKEN -> attempt(step, ++wakeUps);
            case HANDLED -> attempt(step, wakeUps);
            case ARMED, CANCELLED, SENT -> step;
          });
    }
    return new Page<>(
        told, more ? new HistoryCursor(steps.get(limit - 1).seq(), wakeUps).text() : null);
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
