package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.assistant.language.meaning.Habits;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.http.Person;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalTime;

/** Who speaks, and when, as their profile says. */
@Singleton
final class Speakers {
  private final Database database;
  private final TimeSource time;

  Speakers(Database database, TimeSource time) {
    this.database = database;
    this.time = time;
  }

  Speaker now(Person person) {
    return database.read(
        person.id(),
        connection ->
            new Speaker(time.now(connection), person.zone(), habits(connection, person.id())));
  }

  private static Habits habits(Connection connection, UserId user) {
    Habits usual = Habits.USUAL;
    return Sql.one(
            connection,
            "SELECT working_from, evening FROM account WHERE id = ?",
            row ->
                new Habits(
                    LocalTime.parse(row.text("working_from")),
                    usual.afternoon(),
                    LocalTime.parse(row.text("evening")),
                    usual.night()),
            user)
        .orElse(usual);
  }
}
