package dev.punctual.gateway.history;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Change;
import dev.punctual.store.ChangeLog;
import dev.punctual.store.Database;
import dev.punctual.store.RecordedChange;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The histories of tasks and series (DESIGN §5), as long as there are changes to read. */
@Controller("/api/v1")
final class HistoryController {
  private final Database database;

  HistoryController(Database database) {
    this.database = database;
  }

  /** Tells what became of a task, also of one in the trash, the latest first. */
  @Get("/tasks/{id}/history")
  Page<HistoryEntry> ofTask(
      Person person,
      TaskId id,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    return page(person, Change.Kind.TASK, id, PageRequest.of(limit, cursor));
  }

  /** Tells what became of a series, also of one that was deleted, the latest first. */
  @Get("/series/{id}/history")
  Page<HistoryEntry> ofSeries(
      Person person,
      SeriesId id,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    return page(person, Change.Kind.SERIES, id, PageRequest.of(limit, cursor));
  }

  private Page<HistoryEntry> page(Person person, Change.Kind kind, Id subject, PageRequest page) {
    return database.read(
        person.id(),
        connection -> {
          if (!ChangeLog.knows(connection, person.id(), kind, subject)) {
            throw Refused.notFound();
          }
          List<RecordedChange> changes =
              NewestFirst.of("SELECT c.* FROM change c", "c", person.id())
                  .by("at")
                  .whereEqual("subject_id", subject)
                  .rows(connection, page, ChangeLog::read);
          return page.page(
              changes,
              HistoryEntry::of,
              change -> new PageRequest.Key(change.at(), change.id().value()));
        });
  }
}
