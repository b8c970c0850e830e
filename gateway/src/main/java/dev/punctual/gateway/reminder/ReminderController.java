package dev.punctual.gateway.reminder;

import dev.punctual.contracts.Id.ReminderId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Reminder;
import dev.punctual.contracts.ReminderStatus;
import dev.punctual.contracts.ReminderStep;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import dev.punctual.store.Owned;
import dev.punctual.store.ReminderSteps;
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
  private final Reminders reminders;

  ReminderController(Database database, Writer writer, Reminders reminders) {
    this.database = database;
    this.writer = writer;
    this.reminders = reminders;
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
        person.id(),
        connection -> {
          if (taskId != null) {
            Task unused =
                Reminders.present(
                    TaskRows.find(connection, List.of(new Owned<>(person.id(), taskId))));
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
          Reminder made = reminders.create(write, draft);
          return Answers.created(made, made.version(), write.changeId(), PATH + "/" + made.id());
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
          reminders.cancel(write, person.zone(), id, ifMatch);
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
          Reminder after = reminders.snooze(write, person.zone(), id, draft, ifMatch);
          return Answers.written(after, after.version(), write.changeId());
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
        person.id(),
        connection -> {
          ReminderId known = ReminderStore.find(connection, person.id(), id).id();
          return ReminderHistory.page(
              ReminderSteps.after(connection, new Owned<>(person.id(), known), from.seq(), rows),
              from,
              limit);
        });
  }
}
