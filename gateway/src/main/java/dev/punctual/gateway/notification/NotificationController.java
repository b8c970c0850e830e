package dev.punctual.gateway.notification;

import dev.punctual.contracts.Id.NotificationId;
import dev.punctual.contracts.Notification;
import dev.punctual.contracts.NotificationStatus;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.NewestFirst;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Database;
import dev.punctual.store.NotificationRow;
import dev.punctual.store.NotificationRows;
import dev.punctual.store.Sql;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of notifications (DESIGN §5). They are read or not, and there is no more to them. */
@Controller("/api/v1/notifications")
final class NotificationController {
  private final Database database;
  private final Writer writer;

  NotificationController(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  /**
   * What reading all did.
   *
   * @param read how many were unread before
   */
  record ReadAll(int read) {}

  /** Lists notifications, the newest first. */
  @Get
  Page<Notification> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor,
      @Nullable @QueryValue NotificationStatus status) {
    PageRequest page = PageRequest.of(limit, cursor);
    List<NotificationRow> rows =
        database.read(
            person.id(),
            connection ->
                NewestFirst.of("SELECT n.* FROM notification n", "n", person.id())
                    .whereEqual("status", status)
                    .rows(connection, page, NotificationRows::read));
    return page.page(
        rows,
        NotificationRow::notification,
        row ->
            new PageRequest.Key(row.notification().createdAt(), row.notification().id().value()));
  }

  /** Marks a notification as read. */
  @Post("/{id}/read")
  @Consumes(MediaType.ALL)
  HttpResponse<Notification> read(Person person, NotificationId id) {
    return writer.write(
        person.id(),
        write -> {
          int read = markRead(write, "id = ?", id);
          assert read <= 1;
          return Answers.done(find(write, id), write.changeId());
        });
  }

  /** Marks all notifications as read. */
  @Post("/read-all")
  @Consumes(MediaType.ALL)
  HttpResponse<ReadAll> readAll(Person person) {
    return writer.write(
        person.id(), write -> Answers.done(new ReadAll(markRead(write, "true")), write.changeId()));
  }

  private static int markRead(Write write, String condition, Object... arguments) {
    Object[] all = new Object[arguments.length + 2];
    all[0] = write.now();
    all[1] = write.user();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Sql.update(
        write.connection(),
        "UPDATE notification SET status = 'read', read_at = ?"
            + " WHERE user_id = ? AND status = 'unread' AND "
            + condition,
        all);
  }

  private static Notification find(Write write, NotificationId id) {
    return Sql.one(
            write.connection(),
            "SELECT * FROM notification WHERE user_id = ? AND id = ?",
            NotificationRows::read,
            write.user(),
            id)
        .orElseThrow(Refused::notFound)
        .notification();
  }
}
