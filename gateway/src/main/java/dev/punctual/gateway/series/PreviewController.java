package dev.punctual.gateway.series;

import dev.punctual.gateway.http.Person;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Tells what a rule would come to, before anybody saves it. */
@Controller("/api/v1/recurrence")
final class PreviewController {

  /** Tells what a rule would come to. */
  @Post("/preview")
  Preview preview(Person person, @Body Preview.Question question) {
    return Preview.of(question, person.zone()).orRefuse();
  }
}
