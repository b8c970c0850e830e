package dev.punctual.gateway.task;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.write.Tags;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks when one of their tags gets another name, or goes. */
public final class TaggedTasks {
  private TaggedTasks() {}

  /**
   * Replaces a tag wherever it is, in one write; the trash follows without a word.
   *
   * @param to null: nothing takes its place
   */
  public static void replace(Write write, String tag, @Nullable String to) {
    List<TaskEdit> edits = new ArrayList<>();
    for (TaskRow row : lock(write, tag)) {
      Task task = row.task();
      List<String> tags = Tags.replaced(task.tags(), tag, to);
      edits.add(
          new TaskEdit(
              task, BulkDecider.tagged(task, tags, ZoneOffset.UTC, write.now()).orRefuse()));
    }
    TaskStore.updateAll(write, edits);
    Sql.execute(
        write.connection(),
        "UPDATE task SET tags = CASE WHEN ?::text IS NULL OR tags @> ARRAY[?::text]"
            + " THEN array_remove(tags, ?) ELSE array_replace(tags, ?, ?) END"
            + " WHERE user_id = ? AND deleted_at IS NOT NULL AND tags @> ARRAY[?::text]",
        to,
        to,
        tag,
        tag,
        to,
        write.user(),
        tag);
  }

  private static List<TaskRow> lock(Write write, String tag) {
    return Sql.list(
        write.connection(),
        TaskRows.SELECT
            + "WHERE t.user_id = ? AND t.deleted_at IS NULL AND t.tags @> ARRAY[?::text]"
            + " ORDER BY t.id FOR UPDATE",
        TaskRows::read,
        write.user(),
        tag);
  }
}
