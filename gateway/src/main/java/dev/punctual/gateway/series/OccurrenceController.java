package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Scope;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.series.OccurrenceLists.Span;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The routes of the occurrences of a series (DESIGN §5). */
@Controller(SeriesController.PATH + "/{id}/occurrences")
final class OccurrenceController {
  private final Database database;
  private final Writer writer;

  OccurrenceController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Lists the occurrences of a span of time, those that were made and those to come. */
  @Get
  Page<SeriesOccurrence> list(
      Person person,
      SeriesId id,
      @QueryValue Instant from,
      @QueryValue Instant to,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    Span span = new Span(from, to, limit);
    return database.read(
        person.id(),
        connection ->
            OccurrenceLists.page(
                connection, SeriesStore.findRow(connection, person.id(), id), span, cursor));
  }

  /** Edits one occurrence, it and those that follow, or all; what the patch does not name stays. */
  @RequestBody(content = @Content(schema = @Schema(implementation = SeriesDraft.class)))
  @Patch("/{local}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<EditedOccurrence> edit(
      Person person,
      SeriesId id,
      String local,
      @QueryValue(defaultValue = "this") Scope scope,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Target target = Target.lock(write, id, local);
          Answers.requireMatch(ifMatch, target.row().series(), target.row().series().version());
          EditedOccurrence edited =
              switch (scope) {
                case THIS -> OneOccurrence.edit(target, patch);
                case FOLLOWING -> ManyOccurrences.editFollowing(target, patch);
                case ALL -> ManyOccurrences.editAll(target, patch);
              };
          return Answers.written(edited, edited.series().version(), write.changeId());
        });
  }

  /**
   * Deletes one occurrence, it and those that follow, or the series; open tasks go to the trash.
   */
  @Delete("/{local}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person,
      SeriesId id,
      String local,
      @QueryValue(defaultValue = "this") Scope scope,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Target target = Target.lock(write, id, local);
          Answers.requireMatch(ifMatch, target.row().series(), target.row().series().version());
          switch (scope) {
            case THIS -> OneOccurrence.delete(target);
            case FOLLOWING -> ManyOccurrences.deleteFollowing(target);
            case ALL -> ManyOccurrences.deleteAll(target);
          }
          return Answers.gone(write.changeId());
        });
  }
}
