package dev.punctual.gateway.interchange;

import dev.punctual.gateway.http.Person;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;

/** {@code GET /api/v1/export.ics} (DESIGN §5). */
@Controller("/api/v1/export.ics")
final class ExportController {
  private final Export export;

  ExportController(Export export) {
    this.export = export;
  }

  /** Reads all tasks and series as a calendar file (RFC 5545); what is in the trash is left out. */
  @Get
  @Produces(ImportController.CALENDAR)
  StreamedFile export(Person person) {
    return export.open(person.id(), Export.Extent.ALL).attach("punctual.ics");
  }
}
