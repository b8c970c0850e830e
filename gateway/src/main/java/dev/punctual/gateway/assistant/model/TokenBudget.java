package dev.punctual.gateway.assistant.model;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.assistant.turn.Turnstile;
import dev.punctual.gateway.config.ModelConfig;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** How much of a model each person may use on a day of UTC. */
@Singleton
public final class TokenBudget {
  private final Database database;
  private final Turnstile turnstile;
  private final long tokensADay;

  TokenBudget(Database database, Turnstile turnstile, ModelConfig config) {
    this.database = database;
    this.turnstile = turnstile;
    this.tokensADay = config.tokensADay();
  }

  boolean isSpent(UserId user, LocalDate day) {
    return turnstile
        .pass(
            () ->
                database.read(
                    user,
                    connection ->
                        Sql.one(
                            connection,
                            "SELECT tokens FROM model_use WHERE user_id = ? AND day = ?",
                            row -> row.number("tokens"),
                            user,
                            day)))
        .filter(used -> used >= tokensADay)
        .isPresent();
  }

  /**
   * Notes what was used; what was used before yesterday is forgotten. The commit waits for no disk:
   * a crash of PostgreSQL may give some tokens back.
   */
  void spend(UserId user, LocalDate day, long tokens) {
    int noted =
        turnstile.pass(
            () ->
                database.withoutFlush(
                    user,
                    connection ->
                        Sql.update(
                            connection,
                            "WITH past AS (DELETE FROM model_use WHERE user_id = ? AND day < ?)"
                                + " INSERT INTO model_use AS m (user_id, day, tokens)"
                                + " VALUES (?, ?, ?)"
                                + " ON CONFLICT (user_id, day) DO UPDATE"
                                + " SET tokens = m.tokens + excluded.tokens",
                            user,
                            day.minusDays(1),
                            user,
                            day,
                            tokens)));
    assert noted == 1;
  }
}
