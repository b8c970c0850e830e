package dev.punctual.gateway.filter;

import dev.punctual.contracts.Id.FilterId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.find.TaskSort;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.query.Query;
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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The routes of filters (DESIGN §5). */
@Controller(FilterController.PATH)
final class FilterController {
  static final String PATH = "/api/v1/filters";

  private static final int MAX_FILTERS = 200;
  private static final int MAX_NAME = 80;

  private final Database database;
  private final Writer writer;

  FilterController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Lists filters, the newest first. */
  @Get
  Page<Filter> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(
        person.id(), connection -> FilterStore.list(connection, person.id(), page));
  }

  /** Keeps a query under a name. */
  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<Filter> create(Person person, @Body FilterDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          requireRoom(write);
          Filter filter = filter(new FilterId(Uuid7.next()), draft, write.now(), write.now(), 1);
          FilterStore.create(write, filter);
          return Answers.created(
              filter, filter.version(), write.changeId(), PATH + "/" + filter.id());
        });
  }

  /** Reads a filter. */
  @Get("/{id}")
  HttpResponse<Filter> get(Person person, FilterId id) {
    Filter filter =
        database.read(person.id(), connection -> FilterStore.find(connection, person.id(), id));
    return Answers.entity(filter, filter.version());
  }

  /** Edits a filter; what the patch does not name stays. */
  @RequestBody(content = @Content(schema = @Schema(implementation = FilterDraft.class)))
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Filter> edit(
      Person person,
      FilterId id,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Filter before = lock(write, id, ifMatch);
          FilterDraft draft = patch.applyTo(FilterDraft.of(before));
          Filter same = filter(id, draft, before.createdAt(), before.updatedAt(), before.version());
          Filter after =
              same.equals(before)
                  ? before
                  : filter(id, draft, before.createdAt(), write.now(), before.version() + 1);
          FilterStore.update(write, before, after);
          return Answers.written(after, after.version(), write.changeId());
        });
  }

  /** Keeps a filter no longer. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, FilterId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          FilterStore.delete(write, lock(write, id, ifMatch));
          return Answers.gone(write.changeId());
        });
  }

  /** No more are made until the write ends. */
  static void requireRoom(Write write) {
    if (FilterStore.lockCount(write) >= MAX_FILTERS) {
      throw new Refused(
          ProblemCode.TOO_MANY, "", "A person has at most " + MAX_FILTERS + " filters.");
    }
  }

  private static Filter lock(Write write, FilterId id, @Nullable String ifMatch) {
    Filter filter = FilterStore.lock(write, id);
    Answers.requireMatch(ifMatch, filter, filter.version());
    return filter;
  }

  /** A query that nobody could ask is not kept. */
  static Filter filter(
      FilterId id, FilterDraft draft, Instant createdAt, Instant updatedAt, int version) {
    return new Filter(
        id,
        Wording.line(draft.name(), "name", MAX_NAME).orRefuse(),
        Query.parse(draft.q() == null ? "" : draft.q()).orRefuse("q").text(),
        TaskSort.of("sort", draft.sort()).wireName(),
        createdAt,
        updatedAt,
        version);
  }
}
