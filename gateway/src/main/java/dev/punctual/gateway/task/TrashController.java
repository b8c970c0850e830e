package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import org.jspecify.annotations.Nullable;

/** The routes of the trash (DESIGN §5): 30 days, then what is in it is gone for good. */
@Controller("/api/v1/trash")
final class TrashController {
  private final Database database;
  private final Writer writer;
  private final Tasks tasks;
  private final OccurrenceWatch watch;

  TrashController(Database database, Writer writer, Tasks tasks, OccurrenceWatch watch) {
    this.database = database;
    this.writer = writer;
    this.tasks = tasks;
    this.watch = watch;
  }

  /**
   * What emptying the trash did.
   *
   * @param deleted how many tasks are gone for good
   */
  record Emptied(int deleted) {}

  /** Lists deleted tasks, those first that were deleted last. */
  @Get
  Page<Trashed> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(person.id(), connection -> Trash.list(connection, person.id(), page));
  }

  /** Takes a task out of the trash, with its reminders that are still to come. */
  @Post("/{id}/restore")
  @Consumes(MediaType.ALL)
  HttpResponse<Task> restore(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Task back = tasks.restore(write, id, ifMatch);
          return Answers.written(back, back.version(), write.changeId());
        });
  }

  /** Deletes a task for good, with its reminders, notifications and history. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          watch.forgotten(write, Trash.ahead(write, id));
          Task task = Trash.lock(write, id);
          Answers.requireMatch(ifMatch, task, task.version());
          int gone = Trash.delete(write, id);
          assert gone == 1;
          return Answers.gone(write.changeId());
        });
  }

  /** Empties the trash for good. */
  @Delete
  HttpResponse<Emptied> empty(Person person) {
    return writer.write(
        person.id(),
        write -> {
          watch.forgotten(write, Trash.ahead(write, null));
          return Answers.done(new Emptied(Trash.delete(write, null)), write.changeId());
        });
  }
}
