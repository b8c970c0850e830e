package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.find.Search;
import dev.punctual.gateway.find.TaskCount;
import dev.punctual.gateway.find.TaskFinder;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes of tasks (DESIGN §5). */
@Controller(TaskController.PATH)
final class TaskController {
  static final String PATH = "/api/v1/tasks";

  private final Database database;
  private final Writer writer;
  private final Tasks tasks;
  private final TaskFinder finder;

  TaskController(Database database, Writer writer, Tasks tasks, TaskFinder finder) {
    this.database = database;
    this.writer = writer;
    this.tasks = tasks;
    this.finder = finder;
  }

  /**
   * Lists tasks that fulfil a query, by default all, the newest first; those in the trash are left
   * out.
   */
  @Get
  Page<Task> list(
      Person person,
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String sort,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue TaskStatus status) {
    return finder.page(person, Search.of(q, status, sort), limit, cursor);
  }

  /** Counts tasks that fulfil a query. */
  @Get("/count")
  TaskCount count(
      Person person, @Nullable @QueryValue String q, @Nullable @QueryValue TaskStatus status) {
    return finder.count(person, Search.of(q, status, null));
  }

  /** Creates a task. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Task> create(Person person, @Body TaskDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          Task task = tasks.create(write, person.zone(), draft);
          return Answers.created(task, task.version(), write.changeId(), PATH + "/" + task.id());
        });
  }

  /** Reads a task. */
  @Get("/{id}")
  HttpResponse<Task> get(Person person, TaskId id) {
    Task task =
        database.read(person.id(), connection -> TaskStore.find(connection, person.id(), id));
    return Answers.entity(task, task.version());
  }

  /** Edits a task; what the patch does not name stays. */
  @RequestBody(content = @Content(schema = @Schema(implementation = TaskDraft.class)))
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Task> edit(
      Person person,
      TaskId id,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> tasks.edit(write, person.zone(), id, patch, ifMatch));
  }

  /** Completes a task. */
  @Post("/{id}/complete")
  @Consumes(MediaType.ALL)
  HttpResponse<Task> complete(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> tasks.complete(write, id, ifMatch));
  }

  /** Reopens a completed task. */
  @Post("/{id}/reopen")
  @Consumes(MediaType.ALL)
  HttpResponse<Task> reopen(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> tasks.reopen(write, id, ifMatch));
  }

  /** Moves a task to the trash and cancels its reminders. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Task unused = tasks.delete(write, id, ifMatch);
          return Answers.gone(write.changeId());
        });
  }

  private HttpResponse<Task> answer(Person person, Function<Write, Task> command) {
    return writer.write(
        person.id(),
        write -> {
          Task after = command.apply(write);
          return Answers.written(after, after.version(), write.changeId());
        });
  }
}
