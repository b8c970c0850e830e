package dev.punctual.gateway.assistant;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Task;
import dev.punctual.gateway.assistant.language.Span;
import dev.punctual.gateway.assistant.language.Wanted;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds among the rows of tasks, by substrings. */
@Singleton
final class RowSearch implements TaskSearch {
  private static final String OPEN = "t.status IN ('pending', 'active')";
  private static final String HAS_WORD =
      "(position(? in lower(t.title)) > 0 OR position(? in lower(t.notes)) > 0)";

  private final Database database;
  private final TimeSource time;

  RowSearch(Database database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  @Override
  public List<Task> find(Person person, Wanted wanted, int limit) {
    return database.read(
        connection -> {
          Statement statement = new Statement(person);
          statement.add(wanted, time.now(connection));
          return statement.run(connection, limit);
        });
  }

  /** Conditions and their arguments, one after another. */
  private static final class Statement {
    private final Person person;
    private final StringBuilder sql =
        new StringBuilder("SELECT t.* FROM task t WHERE t.user_id = ? AND t.deleted_at IS NULL");
    private final List<@Nullable Object> arguments = new ArrayList<>();

    Statement(Person person) {
      this.person = person;
      arguments.add(person.id());
    }

    void add(Wanted wanted, Instant now) {
      switch (wanted.state()) {
        case OPEN -> and(OPEN);
        case COMPLETED -> and("t.status = 'completed'");
        case ANY -> and("t.status NOT IN ('cancelled', 'skipped')");
      }
      if (wanted.overdue()) {
        LocalDate today = LocalDateTime.ofInstant(now, person.zone()).toLocalDate();
        and(OPEN);
        and(
            "(t.due_local IS NOT NULL AND t.due_at < ? OR t.due_date IS NOT NULL AND t.due_date < ?)",
            now,
            today);
      }
      if (wanted.recurring()) {
        and("t.series_id IS NOT NULL");
      }
      if (wanted.priority() != null) {
        and("t.priority = ?", wanted.priority());
      }
      wanted.tags().forEach(tag -> and("? = ANY (t.tags)", tag));
      for (String topic : wanted.topics()) {
        and("(? = ANY (t.tags) OR " + HAS_WORD + ")", topic, topic, topic);
      }
      wanted.words().forEach(word -> and(HAS_WORD, word, word));
      within("t.due_at", wanted.due());
      within("t.completed_at", wanted.completed());
    }

    private void within(String column, @Nullable Span span) {
      if (span != null) {
        and(
            column + " >= ? AND " + column + " < ?",
            Zones.startOfDay(span.first(), person.zone()).at(),
            Zones.startOfDay(span.end(), person.zone()).at());
      }
    }

    private void and(String condition, @Nullable Object... values) {
      sql.append(" AND ").append(condition);
      arguments.addAll(List.of(values));
    }

    List<Task> run(Connection connection, int limit) {
      arguments.add(limit);
      sql.append(" ORDER BY t.due_at NULLS LAST, t.created_at DESC, t.id LIMIT ?");
      return Sql.list(connection, sql.toString(), TaskRows::read, arguments.toArray()).stream()
          .map(TaskRow::task)
          .toList();
    }
  }
}
