package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Series;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import dev.punctual.store.SeriesRow;
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
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The routes of series (DESIGN §5). */
@Controller(SeriesController.PATH)
final class SeriesController {
  static final String PATH = "/api/v1/series";

  private final Database database;
  private final Writer writer;

  SeriesController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Lists series, the newest first. */
  @Get
  Page<Series> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(connection -> SeriesStore.list(connection, person.id(), page));
  }

  /** Creates a series; occurrences that have passed are not made. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Series> create(Person person, @Body SeriesDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          SeriesId id = new SeriesId(Uuid7.next());
          ZoneId zone = SeriesStore.lockZone(write);
          SeriesRow row =
              SeriesDecider.decide(
                      new SeriesCommand.Create(person.id(), id, draft, zone), write.now())
                  .orRefuse();
          SeriesStore.create(write, row);
          return Answers.created(
              row.series(), row.series().version(), write.changeId(), PATH + "/" + id);
        });
  }

  /** Reads a series. */
  @Get("/{id}")
  HttpResponse<Series> get(Person person, SeriesId id) {
    Series series = database.read(connection -> SeriesStore.find(connection, person.id(), id));
    return Answers.entity(series, series.version());
  }

  /** Edits a series; what the patch does not name stays. */
  @RequestBody(content = @Content(schema = @Schema(implementation = SeriesDraft.class)))
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Series> edit(
      Person person,
      SeriesId id,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(
        person,
        id,
        ifMatch,
        (row, zone) ->
            new SeriesCommand.Edit(row, patch.applyTo(SeriesDraft.of(row.series())), zone));
  }

  /** Pauses a series. */
  @Post("/{id}/pause")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> pause(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(person, id, ifMatch, (row, zone) -> new SeriesCommand.Pause(row));
  }

  /** Resumes a series with its first occurrence from now on. */
  @Post("/{id}/resume")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> resume(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(person, id, ifMatch, (row, zone) -> new SeriesCommand.Resume(row));
  }

  /** Ends a series for good. */
  @Post("/{id}/cancel")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> cancel(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return apply(person, id, ifMatch, (row, zone) -> new SeriesCommand.Cancel(row));
  }

  /** Deletes a series; the tasks that it made stay. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          SeriesRow row = SeriesStore.lock(write, id);
          Answers.requireMatch(ifMatch, row.series(), row.series().version());
          SeriesStore.delete(write, row);
          return Answers.gone(write.changeId());
        });
  }

  private HttpResponse<Series> apply(
      Person person,
      SeriesId id,
      @Nullable String ifMatch,
      BiFunction<SeriesRow, ZoneId, SeriesCommand> command) {
    return writer.write(
        person.id(),
        write -> {
          ZoneId zone = SeriesStore.lockZone(write);
          SeriesRow before = SeriesStore.lock(write, id);
          Answers.requireMatch(ifMatch, before.series(), before.series().version());
          SeriesRow after =
              SeriesDecider.decide(command.apply(before, zone), write.now()).orRefuse();
          SeriesStore.update(write, before, after);
          return Answers.written(after.series(), after.series().version(), write.changeId());
        });
  }
}
