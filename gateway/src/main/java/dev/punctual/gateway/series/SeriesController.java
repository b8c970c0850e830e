package dev.punctual.gateway.series;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Series;
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

/** The routes of series (DESIGN §5). */
@Controller(SeriesController.PATH)
final class SeriesController {
  static final String PATH = "/api/v1/series";

  private final Database database;
  private final Writer writer;
  private final ManySeries series;

  SeriesController(Database database, Writer writer, ManySeries series) {
    this.database = database;
    this.writer = writer;
    this.series = series;
  }

  /** Lists series, the newest first. */
  @Get
  Page<Series> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(
        person.id(), connection -> SeriesStore.list(connection, person.id(), page));
  }

  /** Creates a series; occurrences that have passed are not made. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Series> create(Person person, @Body SeriesDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          Series made = series.create(write, draft);
          return Answers.created(made, made.version(), write.changeId(), PATH + "/" + made.id());
        });
  }

  /** Reads a series. */
  @Get("/{id}")
  HttpResponse<Series> get(Person person, SeriesId id) {
    Series found =
        database.read(person.id(), connection -> SeriesStore.find(connection, person.id(), id));
    return Answers.entity(found, found.version());
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
    return answer(person, write -> series.edit(write, id, patch, ifMatch));
  }

  /** Pauses a series. */
  @Post("/{id}/pause")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> pause(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> series.pause(write, id, ifMatch));
  }

  /** Resumes a series with its first occurrence from now on. */
  @Post("/{id}/resume")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> resume(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> series.resume(write, id, ifMatch));
  }

  /** Ends a series for good. */
  @Post("/{id}/cancel")
  @Consumes(MediaType.ALL)
  HttpResponse<Series> cancel(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(person, write -> series.cancel(write, id, ifMatch));
  }

  /** Deletes a series; the tasks that it made stay. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, SeriesId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          series.delete(write, id, ifMatch);
          return Answers.gone(write.changeId());
        });
  }

  private HttpResponse<Series> answer(Person person, Function<Write, Series> command) {
    return writer.write(
        person.id(),
        write -> {
          Series after = command.apply(write);
          return Answers.written(after, after.version(), write.changeId());
        });
  }
}
