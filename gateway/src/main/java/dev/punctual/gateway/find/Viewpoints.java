package dev.punctual.gateway.find;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.query.Viewpoint;
import dev.punctual.store.Sql;
import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** From where people see days and weeks, as their profiles say. */
public final class Viewpoints {
  private Viewpoints() {}

  /**
   * A person's, at an instant.
   *
   * @throws Refused when there is no such person
   */
  public static Viewpoint of(Connection connection, UserId user, Instant now) {
    return Sql.one(
            connection,
            "SELECT zone, week_start FROM account WHERE id = ?",
            row ->
                new Viewpoint(
                    now,
                    ZoneId.of(row.text("zone")),
                    DayOfWeek.valueOf(row.text("week_start").toUpperCase(Locale.ROOT))),
            user)
        .orElseThrow(Refused::notFound);
  }
}
