package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.FeedId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.gateway.idempotency.ToldOnce;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import org.jspecify.annotations.Nullable;

/** The routes of feeds (DESIGN §5). */
@Controller(FeedController.PATH)
final class FeedController {
  static final String PATH = "/api/v1/feeds";

  private static final int MAX_FEEDS = 20;
  private static final int MAX_NAME = 80;

  private final Database database;
  private final Writer writer;
  private final Export export;

  FeedController(Database database, Writer writer, Export export) {
    this.database = database;
    this.writer = writer;
    this.export = export;
  }

  /** Lists feeds, the newest first, without their addresses. */
  @Get
  Page<Feed> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(person.id(), connection -> FeedStore.list(connection, person.id(), page));
  }

  /** Makes a feed; its address is told this once. */
  @Post
  @Status(HttpStatus.CREATED)
  @ToldOnce
  HttpResponse<Feed> create(Person person, @Body FeedDraft draft) {
    String name =
        Wording.line(draft.name() == null ? "calendar" : draft.name(), "name", MAX_NAME).orRefuse();
    SessionToken token = SessionToken.random();
    return writer.write(
        person.id(),
        write -> {
          if (FeedStore.lockCount(write) >= MAX_FEEDS) {
            throw new Refused(
                ProblemCode.TOO_MANY, "", "A person has at most " + MAX_FEEDS + " feeds.");
          }
          FeedId id = new FeedId(Uuid7.next());
          FeedStore.create(write, new Feed(id, name, null, write.now(), null), token);
          return Answers.created(
              new Feed(id, name, PATH + "/" + token.text() + "/calendar.ics", write.now(), null),
              1,
              write.changeId(),
              PATH + "/" + id);
        });
  }

  /** Revokes a feed: its address leads nowhere from now on. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> revoke(
      Person person, FeedId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          Feed feed = FeedStore.delete(write, id);
          // Nothing of a feed ever changes.
          Answers.requireMatch(ifMatch, feed, 1);
          return Answers.gone(write.changeId());
        });
  }

  /**
   * Reads a feed, with its secret and without a session: series, and tasks that are open or were
   * changed within 30 days.
   */
  @Get("/{token}/calendar.ics")
  @Produces(ImportController.CALENDAR)
  StreamedFile read(String token) {
    UserId user =
        database
            .transaction(connection -> FeedStore.reader(connection, new SessionToken(token)))
            .orElseThrow(Refused::notFound);
    return export.open(user, Export.Extent.CURRENT);
  }
}
