package dev.punctual.store;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.WireName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the row at hand, by name. A method without OrNull takes for granted that there is
 * a value.
 */
public final class Columns {
  private final ResultSet rows;

  Columns(ResultSet rows) {
    this.rows = rows;
  }

  public UserId user() throws SQLException {
    return new UserId(uuid("user_id"));
  }

  public UUID uuid(String name) throws SQLException {
    return Objects.requireNonNull(rows.getObject(name, UUID.class), name);
  }

  /** An id, or null. */
  public <T> @Nullable T idOrNull(String name, Function<UUID, T> id) throws SQLException {
    UUID value = rows.getObject(name, UUID.class);
    return value == null ? null : id.apply(value);
  }

  public String text(String name) throws SQLException {
    return Objects.requireNonNull(rows.getString(name), name);
  }

  public @Nullable String textOrNull(String name) throws SQLException {
    return rows.getString(name);
  }

  public int integer(String name) throws SQLException {
    return rows.getInt(name);
  }

  public @Nullable Integer integerOrNull(String name) throws SQLException {
    int number = rows.getInt(name);
    return rows.wasNull() ? null : number;
  }

  public long number(String name) throws SQLException {
    return rows.getLong(name);
  }

  public @Nullable Long numberOrNull(String name) throws SQLException {
    long number = rows.getLong(name);
    return rows.wasNull() ? null : number;
  }

  public double real(String name) throws SQLException {
    return rows.getDouble(name);
  }

  public boolean flag(String name) throws SQLException {
    return rows.getBoolean(name);
  }

  public byte @Nullable [] bytesOrNull(String name) throws SQLException {
    return rows.getBytes(name);
  }

  public Instant instant(String name) throws SQLException {
    return Objects.requireNonNull(instantOrNull(name), name);
  }

  public @Nullable Instant instantOrNull(String name) throws SQLException {
    OffsetDateTime value = rows.getObject(name, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public @Nullable LocalDateTime localOrNull(String name) throws SQLException {
    return rows.getObject(name, LocalDateTime.class);
  }

  public @Nullable LocalDate dateOrNull(String name) throws SQLException {
    return rows.getObject(name, LocalDate.class);
  }

  public List<String> texts(String name) throws SQLException {
    Array array = rows.getArray(name);
    return List.of((String[]) array.getArray());
  }

  /** A constant by its wire name. */
  public <T extends Enum<T> & WireName> T constant(String name, Class<T> type) throws SQLException {
    return Objects.requireNonNull(constantOrNull(name, type), name);
  }

  /** A constant by its wire name, or null. */
  public <T extends Enum<T> & WireName> @Nullable T constantOrNull(String name, Class<T> type)
      throws SQLException {
    String wireName = rows.getString(name);
    if (wireName == null) {
      return null;
    }
    for (T constant : type.getEnumConstants()) {
      if (constant.wireName().equals(wireName)) {
        return constant;
      }
    }
    throw new IllegalStateException(name + " holds " + wireName + ", which is no " + type);
  }
}
