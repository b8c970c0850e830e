package dev.punctual.gateway.interchange;

import dev.punctual.gateway.http.Person;
import dev.punctual.store.Database;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.SequenceInputStream;

/** {@code GET /api/v1/export.json} (DESIGN §5). */
@Controller("/api/v1/export.json")
final class EverythingController {
  private final Database database;

  EverythingController(Database database) {
    this.database = database;
  }

  /**
   * Reads everything that is kept of the person, the trash and the history with it. Secrets are
   * left out. {@code import} takes it.
   */
  @Get
  @Produces(MediaType.APPLICATION_JSON)
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema =
                  @Schema(
                      type = "object",
                      additionalProperties = Schema.AdditionalPropertiesValue.TRUE)))
  StreamedFile export(Person person) {
    return new StreamedFile(
            new SequenceInputStream(new EverythingPages(database, person.id())),
            MediaType.APPLICATION_JSON_TYPE)
        .attach("punctual.json");
  }
}
