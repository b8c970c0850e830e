package dev.punctual.gateway.series;

import dev.punctual.calendar.Instances;
import dev.punctual.contracts.Repeat;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.series.SeriesCommand.Await;
import dev.punctual.gateway.series.SeriesCommand.Count;
import dev.punctual.gateway.series.SeriesCommand.Decide;
import dev.punctual.gateway.series.SeriesCommand.LeaveOut;
import dev.punctual.gateway.task.OccurrenceTasks;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.SeriesRow;
import java.util.Map;

/** Writes that mean one occurrence alone. */
final class OneOccurrence {
  private OneOccurrence() {}

  /** Edits its task, which is made now where it is still to come. */
  static EditedOccurrence edit(Target target, MergePatch patch) {
    Target found = target.require();
    Task before = found.task();
    return before == null ? make(found, patch) : edit(found, before, patch);
  }

  /** Leaves it out of the series for good; its task goes to the trash. */
  static void delete(Target target) {
    Target found = target.require();
    Write write = found.write();
    SeriesRow before = found.row();
    SeriesRow after = decide(write, new LeaveOut(before, found.local()));
    Task task = found.task();
    if (task != null) {
      if (task.status().isOpen() && isLastOpen(found, task)) {
        after = decide(write, new Count(after));
      }
      OccurrenceTasks.delete(write, task);
    }
    SeriesStore.update(write, before, after);
  }

  private static EditedOccurrence edit(Target target, Task before, MergePatch patch) {
    Write write = target.write();
    Task after = OccurrenceTasks.edited(before, patch, target.person().zone(), write).orRefuse();
    OccurrenceTasks.update(write, Map.of(before, after));
    SeriesRow row = target.row();
    if (before.status().isOpen() != after.status().isOpen() && isLastOpen(target, before)) {
      row = decide(write, after.status().isOpen() ? new Await(row) : new Count(row));
      SeriesStore.update(write, target.row(), row);
    }
    return new EditedOccurrence(row.series(), after);
  }

  private static EditedOccurrence make(Target target, MergePatch patch) {
    Write write = target.write();
    SeriesRow row = target.row();
    Instances instances = new Instances(row.series(), target.schedule(), write.now(), Uuid7::next);
    Task plain = instances.task(target.occurrence(), TaskStatus.PENDING);
    Task task =
        OccurrenceTasks.first(
            OccurrenceTasks.edited(plain, patch, target.person().zone(), write).orRefuse());
    OccurrenceTasks.make(write, task, instances.reminders(target.occurrence(), task.id()));
    if (row.series().repeat() == Repeat.COMPLETION) {
      row = decide(write, new Decide(row, target.local()));
      row = task.status().isOpen() ? row : decide(write, new Count(row));
      SeriesStore.update(write, target.row(), row);
    }
    return new EditedOccurrence(row.series(), task);
  }

  private static boolean isLastOpen(Target target, Task task) {
    return target.row().series().repeat() == Repeat.COMPLETION
        && !OccurrenceTasks.hasOtherOpen(target.write(), target.row().series().id(), task.id());
  }

  private static SeriesRow decide(Write write, SeriesCommand command) {
    return SeriesDecider.decide(command, write.now()).orRefuse();
  }
}
