package dev.punctual.gateway.assistant;

import dev.punctual.gateway.assistant.language.add.QuickAdd;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Tells how a line would be understood, before anybody saves it. */
@Controller("/api/v1/quick-add")
final class QuickAddController {
  private final Speakers speakers;

  QuickAddController(Speakers speakers) {
    this.speakers = speakers;
  }

  /**
   * A line to read.
   *
   * @param text at most 2,000 UTF-16 code units
   */
  record Line(String text) {}

  /** Tells how a line would be understood: its parts, and the task or the series it would be. */
  @Post("/preview")
  QuickAdd preview(Person person, @Body Line line) {
    if (line.text().length() > QuickAdd.MAX_TEXT) {
      throw new Refused(
          ProblemCode.TOO_LONG, "text", "A line has at most " + QuickAdd.MAX_TEXT + " characters.");
    }
    return QuickAdd.of(line.text(), speakers.now(person));
  }
}
