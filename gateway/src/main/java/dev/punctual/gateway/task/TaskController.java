package dev.punctual.gateway.task;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
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
  private final OccurrenceWatch watch;
  private final TaskFinder finder;

  TaskController(Database database, Writer writer, OccurrenceWatch watch, TaskFinder finder) {
    this.database = database;
    this.writer = writer;
    this.watch = watch;
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
          TaskId id = new TaskId(Uuid7.next());
          Task task =
              TaskDecider.decide(new TaskCommand.Create(id, draft, person.zone()), write.now())
                  .orRefuse();
          TaskStore.create(write, task);
          return Answers.created(task, task.version(), write.changeId(), PATH + "/" + id);
        });
  }

  /** Reads a task. */
  @Get("/{id}")
  HttpResponse<Task> get(Person person, TaskId id) {
    Task task = database.read(connection -> TaskStore.find(connection, person.id(), id));
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
    return apply(
        person,
        id,
        ifMatch,
        task ->
            new TaskCommand.Edit(
                task, TaskDraft.patched(task, patch), patch.names("due"), person.zone()));
  }

  /** Completes a task. */
  @Post("/{id}/complete")
  @Consumes(MediaType.ALL)
  HttpResponse<Task> complete(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(person, id, ifMatch, TaskCommand.Complete::new);
  }

  /** Reopens a completed task. */
  @Post("/{id}/reopen")
  @Consumes(MediaType.ALL)
  HttpResponse<Task> reopen(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(person, id, ifMatch, TaskCommand.Reopen::new);
  }

  /** Moves a task to the trash and cancels its reminders. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, TaskId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Task task = lock(write, id);
          Answers.requireMatch(ifMatch, task, task.version());
          TaskStore.delete(write, task);
          watch.changed(write, task, null);
          return Answers.gone(write.changeId());
        });
  }

  private HttpResponse<Task> apply(
      Person person, TaskId id, @Nullable String ifMatch, Function<Task, TaskCommand> command) {
    return writer.write(
        person.id(),
        write -> {
          Task before = lock(write, id);
          Answers.requireMatch(ifMatch, before, before.version());
          Task after = TaskDecider.decide(command.apply(before), write.now()).orRefuse();
          TaskStore.update(write, before, after);
          watch.changed(write, before, after);
          return Answers.written(after, after.version(), write.changeId());
        });
  }

  private Task lock(Write write, TaskId id) {
    return TaskLock.lock(write, id, watch);
  }
}
