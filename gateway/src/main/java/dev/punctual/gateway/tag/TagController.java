package dev.punctual.gateway.tag;

import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.series.TaggedSeries;
import dev.punctual.gateway.tag.TagDecider.Outcome;
import dev.punctual.gateway.task.TaggedTasks;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** The routes of tags (DESIGN §5). */
@Controller("/api/v1/tags")
final class TagController {
  private final Database database;
  private final Writer writer;

  TagController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /** Lists all tags, by name, with how many tasks have them. */
  @Get
  Page<Tag> list(Person person) {
    return database.read(
        person.id(), connection -> new Page<>(TagStore.list(connection, person.id()), null));
  }

  /** Renames a tag wherever it is, makes it one with another, or gives it a colour. */
  @RequestBody(content = @Content(schema = @Schema(implementation = TagDraft.class)))
  @Patch("/{name}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Tag> edit(Person person, String name, @Body MergePatch patch) {
    return writer.write(
        person.id(),
        write -> {
          Tag before = find(write, name);
          TagDraft draft = patch.applyTo(new TagDraft(before.name(), before.colour(), null));
          String wanted = TagDecider.name(draft).orRefuse();
          boolean taken = TagStore.exists(write.connection(), person.id(), wanted);
          String now =
              switch (TagDecider.decide(before.name(), draft, taken).orRefuse()) {
                case Outcome.Kept(String kept, String colour) -> {
                  retag(write, before.name(), kept);
                  TagStore.replace(write, before.name(), new TagStore.Kept(kept, colour));
                  yield kept;
                }
                case Outcome.Merged(String into) -> {
                  retag(write, before.name(), into);
                  TagStore.replace(write, before.name(), null);
                  yield into;
                }
              };
          return Answers.done(
              TagStore.find(write.connection(), person.id(), now), write.changeId());
        });
  }

  /** Takes a tag away from all that has it. */
  @Delete("/{name}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(Person person, String name) {
    return writer.write(
        person.id(),
        write -> {
          Tag tag = find(write, name);
          retag(write, tag.name(), null);
          TagStore.replace(write, tag.name(), null);
          return Answers.gone(write.changeId());
        });
  }

  /** What can be no tag's name is none. */
  private static Tag find(Write write, String name) {
    return switch (Wording.tag(name, "name")) {
      case Accepted<String>(String tag) -> TagStore.find(write.connection(), write.user(), tag);
      case Rejected<String> unfit -> throw Refused.notFound();
    };
  }

  /** Series are locked before their tasks. */
  private static void retag(Write write, String tag, @Nullable String to) {
    if (!tag.equals(to)) {
      TaggedSeries.replace(write, tag, to);
      TaggedTasks.replace(write, tag, to);
    }
  }
}
