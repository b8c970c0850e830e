package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.Columns;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;

/** What of the table {@code account} a person sees and changes. */
final class ProfileStore {
  private static final String SELECT = "SELECT * FROM account WHERE id = ?";

  private ProfileStore() {}

  static Me get(Connection connection, UserId user) {
    return Sql.one(connection, SELECT, ProfileStore::read, user).orElseThrow(Refused::notFound);
  }

  /** Locked until the write ends. */
  static Me lock(Write write) {
    return Sql.one(
            write.connection(), SELECT + " FOR NO KEY UPDATE", ProfileStore::read, write.user())
        .orElseThrow(Refused::notFound);
  }

  static void save(Write write, Me before, Me after) {
    if (before.hasPassword() && !after.name().equals(before.name())) {
      AccountStore.rename(write.connection(), write.user(), SignInName.fold(after.name()));
    }
    Sql.execute(
        write.connection(),
        "UPDATE account SET name = ?, zone = ?, locale = ?, week_start = ?,"
            + " working_from = ?::time, working_to = ?::time, evening = ?::time WHERE id = ?",
        after.name(),
        after.zone(),
        after.locale(),
        after.weekStart(),
        after.workingHours().from(),
        after.workingHours().to(),
        after.evening(),
        write.user());
  }

  private static Me read(Columns row) throws SQLException {
    return new Me(
        new UserId(row.uuid("id")),
        row.text("name"),
        row.textOrNull("email"),
        row.flag("administrator"),
        row.textOrNull("password_hash") != null,
        ZoneId.of(row.text("zone")),
        row.text("locale"),
        row.constant("week_start", WeekStart.class),
        new WorkingHours(time(row, "working_from"), time(row, "working_to")),
        time(row, "evening"));
  }

  /** Without the seconds, which are none. */
  private static String time(Columns row, String column) throws SQLException {
    return row.text(column).substring(0, "HH:mm".length());
  }
}
