package dev.punctual.gateway.undo;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.task.OccurrenceWatch;
import dev.punctual.gateway.write.Writer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** {@code POST /api/v1/changes/{id}/undo} (DESIGN §5). */
@Controller("/api/v1/changes")
final class UndoController {
  private final Writer writer;
  private final OccurrenceWatch watch;

  UndoController(Writer writer, OccurrenceWatch watch) {
    this.writer = writer;
    this.watch = watch;
  }

  /**
   * Takes back a change of the last 30 days, whole or not at all. What was changed since in the
   * same fields stands in the way and is told.
   */
  @Post("/{id}/undo")
  @Consumes(MediaType.ALL)
  HttpResponse<Undone> undo(Person person, ChangeId id) {
    return writer.write(
        person.id(), write -> Answers.done(Undo.of(write, watch, id), write.changeId()));
  }
}
