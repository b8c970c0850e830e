package dev.punctual.gateway.http;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's rows from the newest to the oldest, one page at a time. */
public final class NewestFirst {
  private final StringBuilder sql;
  private final List<Object> arguments = new ArrayList<>();
  private final String alias;
  private String age = "created_at";

  private NewestFirst(String select, String alias, UserId user) {
    this.sql = new StringBuilder(select).append(" WHERE ").append(alias).append(".user_id = ?");
    this.alias = alias;
    arguments.add(user);
  }

  /**
   * Begins with all rows of a person.
   *
   * @param select a statement without a condition
   * @param alias the table's name in it; it has the columns user_id, created_at and id
   */
  public static NewestFirst of(String select, String alias, UserId user) {
    return new NewestFirst(select, alias, user);
  }

  /** By another column than when a row was created, of the same type. */
  public NewestFirst by(String column) {
    age = column;
    return this;
  }

  /** Only rows that fulfil a condition, which is ours and never a caller's text. */
  public NewestFirst where(String condition) {
    sql.append(" AND ").append(condition);
    return this;
  }

  /** Only rows whose column has this value; null: any. */
  public NewestFirst whereEqual(String column, @Nullable Object value) {
    if (value != null) {
      sql.append(" AND ").append(alias).append('.').append(column).append(" = ?");
      arguments.add(value);
    }
    return this;
  }

  /** The rows that a page needs, one more than it shows when there are more. */
  public <R> List<R> rows(Connection connection, PageRequest page, Sql.RowReader<R> reader) {
    String key = "(" + alias + "." + age + ", " + alias + ".id)";
    if (page.after() != null) {
      sql.append(" AND ").append(key).append(" < (?, ?)");
      arguments.add(page.after().createdAt());
      arguments.add(page.after().id());
    }
    sql.append(" ORDER BY ")
        .append(alias + "." + age + " DESC, ")
        .append(alias + ".id DESC LIMIT ?");
    arguments.add(page.rows());
    return Sql.list(connection, sql.toString(), reader, arguments.toArray());
  }
}
