package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Database;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.SequenceInputStream;

/** A person's tasks as a calendar file, read while it is sent. */
@Singleton
final class Export {
  private static final MediaType TYPE = new MediaType("text/calendar;charset=utf-8");

  private final Database database;

  Export(Database database) {
    this.database = database;
  }

  /** How much of it. */
  enum Extent {
    /** All but the trash. */
    ALL("true"),
    /** What a calendar still shows: open, or changed within 30 days. */
    CURRENT("(t.status IN ('pending', 'active') OR t.updated_at > now() - interval '30 days')");

    private final String tasks;

    Extent(String tasks) {
      this.tasks = tasks;
    }

    /** A condition on tasks. */
    String tasks() {
      return tasks;
    }
  }

  StreamedFile open(UserId user, Extent extent) {
    return new StreamedFile(new SequenceInputStream(new ExportPages(database, user, extent)), TYPE);
  }
}
