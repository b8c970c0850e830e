package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.interchange.Importer.Format;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.io.InputStream;

/** {@code POST /api/v1/import} (DESIGN §5). */
@Controller("/api/v1/import")
final class ImportController {
  static final String CALENDAR = "text/calendar";

  private final Importer importer;

  ImportController(Importer importer) {
    this.importer = importer;
  }

  /**
   * Imports the tasks of a calendar file (RFC 5545), or what {@code export.json} made, of at most
   * 64 MB, and tells what could not be kept as it was. What is there already, by its UID, is left
   * as it is.
   *
   * @param dryRun tells what would come of it, and writes nothing
   */
  @Post
  @Consumes({CALENDAR, MediaType.APPLICATION_JSON})
  HttpResponse<ImportReport> bring(
      HttpRequest<?> request,
      Person person,
      @QueryValue(defaultValue = "false") boolean dryRun,
      @Body InputStream file) {
    ChangeId change = new ChangeId(Uuid7.next());
    boolean calendar =
        request.getContentType().filter(type -> type.getName().equals(CALENDAR)).isPresent();
    Format format = calendar ? Format.CALENDAR : Format.EVERYTHING;
    ImportReport report = importer.run(person, file, format, change, dryRun);
    return dryRun ? HttpResponse.ok(report) : Answers.done(report, change);
  }
}
