package dev.punctual.gateway.find;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Task;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The task behind which a list goes on. It is bound to its search; another one begins anew.
 *
 * @param asOf when the list was begun: "today" stays the same day on all its pages
 * @param value by which the task is sorted; null: it has none
 */
record TaskCursor(Instant asOf, @Nullable Object value, UUID id) {

  /** The cursor behind a task. */
  static String after(Task task, Search search, Instant asOf) {
    String value = search.sort().key().of(task);
    String all =
        search.digest()
            + ' '
            + asOf.getEpochSecond()
            + ' '
            + task.id()
            + (value == null ? "" : ' ' + value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(UTF_8));
  }

  /**
   * What a cursor says.
   *
   * @throws Refused when it is none, or of another search
   */
  static TaskCursor of(String cursor, Search search) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      String[] parts = UTF_8.newDecoder().decode(bytes).toString().split(" ", 4);
      if (parts.length < 3) {
        throw unreadable();
      }
      if (!parts[0].equals(search.digest())) {
        throw new Refused(
            ProblemCode.INVALID_CURSOR,
            "cursor",
            "This cursor belongs to a list with another q, sort or status; begin without one.");
      }
      return new TaskCursor(
          instant(parts[1]),
          parts.length == 3 ? null : value(parts[3], search.sort().key()),
          UUID.fromString(parts[2]));
    } catch (IllegalArgumentException | DateTimeException | CharacterCodingException e) {
      throw unreadable();
    }
  }

  private static Object value(String carried, SortKey key) {
    return key.argument(carried).orElseThrow(TaskCursor::unreadable);
  }

  /** Within the years that have four digits wherever one is. */
  private static Instant instant(String seconds) {
    Instant instant = Instant.ofEpochSecond(Long.parseLong(seconds));
    if (instant.isBefore(Instant.EPOCH) || instant.isAfter(Instant.parse("9998-12-31T00:00:00Z"))) {
      throw unreadable();
    }
    return instant;
  }

  private static Refused unreadable() {
    return new Refused(
        ProblemCode.INVALID_CURSOR, "cursor", "A cursor is what nextCursor gave, unchanged.");
  }
}
