package dev.punctual.gateway.assistant.offline;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.gateway.assistant.deed.Subject;
import dev.punctual.gateway.assistant.turn.Context;
import dev.punctual.gateway.assistant.turn.Outcome;
import dev.punctual.gateway.change.Difference;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.undo.Undo;
import dev.punctual.gateway.undo.Undone;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import dev.punctual.store.ChangeLog;
import dev.punctual.store.Owned;
import dev.punctual.store.RecordedChange;
import dev.punctual.store.TaskRows;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** "Undo that": the last change of the conversation, taken back whole as by {@code undo}. */
@Singleton
final class TakingBack {
  /** As many as are spoken of at most. */
  private static final int NAMED = 20;

  private final Writer writer;
  private final OccurrenceWatch watch;

  TakingBack(Writer writer, OccurrenceWatch watch) {
    this.writer = writer;
    this.watch = watch;
  }

  private record TakenBack(ChangeId change, List<Subject> subjects, boolean remindersOnly) {}

  /**
   * Takes back what was done last; said again, it is done again.
   *
   * @throws dev.punctual.gateway.http.Refused when something stands in the way; nothing is then
   */
  Outcome last(Context context) {
    ChangeId change = context.conversation().lastChange();
    if (change == null) {
      return Outcome.said("There is nothing here that I could take back.");
    }
    TakenBack taken =
        writer.write(
            context.person().id(), Change.Actor.ASSISTANT, write -> takeBack(write, change));
    String names = context.replies().names(taken.subjects());
    String what = taken.remindersOnly() ? "the reminders of " + names : names;
    return Outcome.done(
        taken.subjects().isEmpty() ? "Taken back." : "Taken back: " + what + ".",
        taken.change(),
        taken.subjects());
  }

  private TakenBack takeBack(Write write, ChangeId change) {
    Undone undone = Undo.of(write, watch, change);
    List<RecordedChange> changes = ChangeLog.of(write.connection(), write.user(), change, NAMED);
    List<Subject> named = changes.stream().flatMap(TakingBack::subject).toList();
    return named.isEmpty()
        ? new TakenBack(undone.changeId(), reminded(write, changes), true)
        : new TakenBack(undone.changeId(), named, false);
  }

  /** Reminders have no name of their own: that of their tasks. */
  private static List<Subject> reminded(Write write, List<RecordedChange> changes) {
    List<Owned<TaskId>> tasks =
        changes.stream()
            .filter(change -> change.kind() == Change.Kind.REMINDER)
            .map(change -> String.valueOf(Difference.fields(thing(change)).get("taskId")))
            .distinct()
            .map(id -> new Owned<>(write.user(), new TaskId(UUID.fromString(id))))
            .toList();
    return TaskRows.find(write.connection(), tasks).stream()
        .map(row -> Subject.of(row.task()))
        .toList();
  }

  private static String thing(RecordedChange change) {
    return Objects.requireNonNull(change.before() == null ? change.after() : change.before());
  }

  private static Stream<Subject> subject(RecordedChange change) {
    Subject.Kind kind =
        switch (change.kind()) {
          case TASK -> Subject.Kind.TASK;
          case SERIES -> Subject.Kind.SERIES;
          case REMINDER, CHANNEL, FEED, TAG, FILTER -> null;
        };
    if (kind == null) {
      return Stream.empty();
    }
    Object title = Difference.fields(thing(change)).get("title");
    return Stream.of(new Subject(kind, change.subject(), String.valueOf(title)));
  }
}
