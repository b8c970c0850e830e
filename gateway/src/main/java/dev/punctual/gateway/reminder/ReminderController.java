package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.reminder.ReminderStore.Story;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.ReminderSteps;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of reminders (DESIGN §5). */
@Controller(ReminderController.PATH)
final class ReminderController {
  static final String PATH = "/api/v1/reminders";

  private final Database database;
  private final Writer writer;

  ReminderController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Lists reminders, the newest first. */
  @Get
  Page<Reminder> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue TaskId taskId,
      @Nullable @QueryValue ReminderStatus status) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(
        connection -> {
          if (taskId != null) {
            present(TaskRows.find(connection, List.of(new Owned<>(person.id(), taskId))));
          }
          return ReminderStore.list(connection, person.id(), page, taskId, status);
        });
  }

  /** Schedules a reminder. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Reminder> create(Person person, @Body ReminderDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          Task task = lockTask(write, draft.taskId());
          int scheduled =
              ReminderRows.lockOfTask(
                      write.connection(),
                      new Owned<>(person.id(), task.id()),
                      ReminderStatus.SCHEDULED)
                  .size();
          ReminderId id = new ReminderId(Uuid7.next());
          ReminderRow row =
              ReminderDecider.create(person.id(), id, draft, task, scheduled, write.now())
                  .orRefuse();
          ReminderStore.create(write, row);
          return Answers.created(
              row.reminder(), row.reminder().version(), write.changeId(), PATH + "/" + id);
        });
  }

  /** Takes a reminder back. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> cancel(
      Person person, ReminderId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          ReminderRow row = ReminderStore.lock(write, id);
          Answers.requireMatch(ifMatch, row.reminder(), row.reminder().version());
          ReminderStore.update(
              write, row, ReminderDecider.cancel(row).orRefuse(), person.zone(), Story.TAKEN_BACK);
          return Answers.gone(write.changeId());
        });
  }

  /** Puts a reminder off: it comes later, and again when it has been. */
  @Post("/{id}/snooze")
  HttpResponse<Reminder> snooze(
      Person person,
      ReminderId id,
      @Body SnoozeDraft draft,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          TaskId taskId = ReminderStore.find(write.connection(), person.id(), id).taskId();
          // The task before its reminders.
          Task task =
              TaskRows.share(write.connection(), List.of(new Owned<>(person.id(), taskId))).stream()
                  .filter(row -> row.deletedAt() == null)
                  .map(TaskRow::task)
                  .findFirst()
                  .orElse(null);
          ReminderRow row = ReminderStore.lock(write, id);
          Answers.requireMatch(ifMatch, row.reminder(), row.reminder().version());
          ReminderRow after =
              ReminderDecider.snooze(row, task, draft, person.zone(), write.now()).orRefuse();
          ReminderStore.update(write, row, after, person.zone(), Story.SNOOZED);
          return Answers.written(after.reminder(), after.reminder().version(), write.changeId());
        });
  }

  /** Tells a reminder's story, the oldest first: why it did, or did not, fire. */
  @Get("/{id}/history")
  Page<ReminderStep> history(
      Person person,
      ReminderId id,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    HistoryCursor from = HistoryCursor.of(cursor);
    int rows = PageRequest.of(limit, null).rows();
    return database.read(
        connection -> {
          ReminderId known = ReminderStore.find(connection, person.id(), id).id();
          return ReminderHistory.page(
              ReminderSteps.after(connection, new Owned<>(person.id(), known), from.seq(), rows),
              from,
              limit);
        });
  }

  private static Task lockTask(Write write, TaskId id) {
    return present(TaskRows.lock(write.connection(), List.of(new Owned<>(write.user(), id))));
  }

  private static Task present(List<TaskRow> rows) {
    return rows.stream()
        .filter(row -> row.deletedAt() == null)
        .findFirst()
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND, "taskId", "There is no such task."))
        .task();
  }
}
