package dev.punctual.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list that runs from the newest to the oldest. A cursor names the last entry that
 * was given, not a number of entries: what is added or removed meanwhile shifts nothing.
 *
 * @param limit how many entries at most, 1 to {@link #MAX_LIMIT}
 * @param after the entry to continue behind; null: from the newest
 */
public record PageRequest(int limit, @Nullable Key after) {
  public static final int MAX_LIMIT = 200;

  /** As a string for {@code @QueryValue}. */
  public static final String DEFAULT_LIMIT = "50";

  /** Where an entry stands in the list. */
  public record Key(Instant createdAt, UUID id) {
    String cursor() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString((createdAt + "/" + id).getBytes(UTF_8));
    }

    static Key of(String cursor) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        int slash = text.indexOf('/');
        OffsetDateTime createdAt = OffsetDateTime.parse(text.substring(0, slash));
        if (createdAt.getYear() < 1 || createdAt.getYear() > 9999) {
          throw new DateTimeException("PostgreSQL would refuse the year");
        }
        return new Key(createdAt.toInstant(), UUID.fromString(text.substring(slash + 1)));
      } catch (IllegalArgumentException | DateTimeException | StringIndexOutOfBoundsException e) {
        throw new Refused(
            ProblemCode.INVALID_CURSOR, "cursor", "A cursor is what nextCursor gave, unchanged.");
      }
    }
  }

  /**
   * What a request asks for.
   *
   * @throws Refused when the limit is out of range or the cursor cannot be read
   */
  public static PageRequest of(int limit, @Nullable String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new Refused(
          ProblemCode.INVALID_VALUE, "limit", "limit must be from 1 to " + MAX_LIMIT + ".");
    }
    return new PageRequest(limit, cursor == null ? null : Key.of(cursor));
  }

  /** How many rows to ask the database for: one more tells whether anything follows. */
  public int rows() {
    return limit + 1;
  }

  /** The page of these rows, of which there are at most {@link #rows}. */
  public <R, T extends Record> Page<T> page(
      List<R> rows, Function<R, T> item, Function<R, Key> key) {
    boolean more = rows.size() > limit;
    List<R> shown = more ? rows.subList(0, limit) : rows;
    return new Page<>(
        shown.stream().map(item).toList(), more ? key.apply(shown.getLast()).cursor() : null);
  }
}
