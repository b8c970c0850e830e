package dev.punctual.gateway.task;

import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.write.Writer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** The route for many tasks at once (DESIGN §5). */
@Controller(TaskController.PATH + "/bulk")
final class BulkController {
  private final Writer writer;
  private final TaskBulk bulk;

  BulkController(Writer writer, TaskBulk bulk) {
    this.writer = writer;
    this.bulk = bulk;
  }

  /**
   * Does one thing with many tasks, or with none; over one task their number is said beforehand.
   */
  @Post
  HttpResponse<BulkResult> run(Person person, @Body BulkDraft draft) {
    return writer.write(
        person.id(), write -> Answers.done(bulk.run(write, person, draft), write.changeId()));
  }
}
