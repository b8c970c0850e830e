package dev.punctual.store;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.WireName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements on an open connection. Arguments are ids, enums with a wire name, instants, local
 * times, dates, zones, strings, numbers, booleans, bytes, null, or a collection of ids, UUIDs or
 * strings, which becomes an array.
 */
public final class Sql {
  private Sql() {}

  /** Reads one row. */
  public interface RowReader<T> {
    T read(Columns columns) throws SQLException;
  }

  /** All rows, in the statement's order. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      Columns columns = new Columns(rows);
      List<T> result = new ArrayList<>();
      while (rows.next()) {
        result.add(reader.read(columns));
      }
      return result;
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** The one row; empty when there is none. */
  public static <T> Optional<T> one(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... arguments) {
    List<T> rows = list(connection, sql, reader, arguments);
    if (rows.size() > 1) {
      throw new IllegalStateException("more than one row: " + sql);
    }
    return rows.stream().findFirst();
  }

  /** How many rows were written. */
  public static int update(Connection connection, String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /** Writes, whatever the number of rows. */
  public static void execute(Connection connection, String sql, @Nullable Object... arguments) {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      boolean rows = statement.execute();
      if (rows) {
        throw new IllegalArgumentException("answers with rows: " + sql);
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  /**
   * The statement once for each list of arguments, in one exchange; nothing when there are none.
   */
  public static void batch(
      Connection connection, String sql, List<? extends List<? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<? extends @Nullable Object> row : rows) {
        bind(statement, row.toArray());
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      if (counts.length != rows.size()) {
        throw new IllegalStateException("a batch answers for each of its rows");
      }
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object[] arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, arguments);
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] arguments)
      throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object argument)
      throws SQLException {
    switch (argument) {
      case null -> statement.setNull(index, Types.NULL);
      case Id id -> statement.setObject(index, id.value());
      case Priority priority -> statement.setObject(index, priority.wireName(), Types.OTHER);
      case WireName constant -> statement.setString(index, constant.wireName());
      case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
      case ZoneId zone -> statement.setString(index, zone.getId());
      case LocalDateTime local -> statement.setObject(index, local);
      case LocalDate date -> statement.setObject(index, date);
      case byte[] bytes -> statement.setBytes(index, bytes);
      case Collection<?> items ->
          statement.setArray(
              index, statement.getConnection().createArrayOf(type(items), values(items)));
      default -> statement.setObject(index, argument);
    }
  }

  private static String type(Collection<?> items) {
    Object first = items.isEmpty() ? "" : items.iterator().next();
    return switch (first) {
      case Id id -> "uuid";
      case UUID uuid -> "uuid";
      case Long number -> "bigint";
      default -> "text";
    };
  }

  private static Object[] values(Collection<?> items) {
    return items.stream().map(item -> item instanceof Id id ? id.value() : item).toArray();
  }
}
