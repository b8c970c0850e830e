package dev.punctual.gateway.assistant.model;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.config.ModelConfig;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** How much of a model each person may use on a day of UTC. */
@Singleton
public final class TokenBudget {
  private final Database database;
  private final long tokensADay;

  TokenBudget(Database database, ModelConfig config) {
    this.database = database;
    this.tokensADay = config.tokensADay();
  }

  boolean isSpent(UserId user, LocalDate day) {
    return database
        .read(
            user,
            connection ->
                Sql.one(
                    connection,
                    "SELECT tokens FROM model_use WHERE user_id = ? AND day = ?",
                    row -> row.number("tokens"),
                    user,
                    day))
        .filter(used -> used >= tokensADay)
        .isPresent();
  }

  /** Notes what was used; what was used before yesterday is forgotten. */
  void spend(UserId user, LocalDate day, long tokens) {
    database.write(
        user,
        connection -> {
          Sql.execute(
              connection,
              "DELETE FROM model_use WHERE user_id = ? AND day < ?",
              user,
              day.minusDays(1));
          Sql.execute(
              connection,
              "INSERT INTO model_use AS m (user_id, day, tokens) VALUES (?, ?, ?)"
                  + " ON CONFLICT (user_id, day) DO UPDATE SET tokens = m.tokens + excluded.tokens",
              user,
              day,
              tokens);
        });
  }
}
