package dev.punctual.gateway.people;

import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** The person who is signed in. */
@Controller("/api/v1/me")
final class MeController {
  private final Database database;
  private final Writer writer;

  MeController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Reads the profile. */
  @Get
  HttpResponse<Me> get(Person person) {
    return Answers.entity(
        database.read(person.id(), connection -> ProfileStore.get(connection, person.id())));
  }

  /**
   * Edits the profile; series without a zone of their own follow the zone, reminders that count
   * from a date the beginning of the working day.
   */
  @RequestBody(content = @Content(schema = @Schema(implementation = MeDraft.class)))
  @Patch
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Me> edit(
      Person person,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Me before = ProfileStore.lock(write);
          Answers.requireMatch(ifMatch, before);
          Me after = ProfileDecider.edit(before, patch.applyTo(MeDraft.of(before))).orRefuse();
          ProfileChange.save(write, before, after);
          return Answers.written(after, write.changeId());
        });
  }
}
