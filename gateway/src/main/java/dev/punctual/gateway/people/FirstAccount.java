package dev.punctual.gateway.people;

import dev.punctual.calendar.RuleRefused;
import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.config.SignInConfig;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Lets the first person in by the link that the start was given, and makes the account if need be.
 */
@Singleton
final class FirstAccount implements ApplicationEventListener<StartupEvent> {
  private static final Duration VALIDITY = Duration.ofHours(24);

  private final Database database;
  private final SignInConfig config;

  FirstAccount(Database database, SignInConfig config) {
    this.database = database;
    this.config = config;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    String token = config.token();
    if (token != null) {
      database.write(
          connection ->
              Sessions.offer(
                  connection, new SessionToken(token).hash(), first(connection), VALIDITY));
    }
  }

  private static UserId first(Connection connection) {
    return Accounts.lockFirst(connection)
        ? create(connection)
        : Accounts.administrator(connection).map(Account::id).orElseThrow();
  }

  private static UserId create(Connection connection) {
    Account account = new Account(new UserId(Uuid7.next()), systemUser(), systemZone());
    Accounts.insert(connection, account);
    Accounts.makeAdministrator(connection, account.id());
    return account.id();
  }

  private static String systemUser() {
    String name = System.getProperty("user.name", "");
    // In a container the user may have a number and no name.
    return name.isBlank() || name.equals("?") ? "Me" : name;
  }

  private static ZoneId systemZone() {
    try {
      return Zones.parse(ZoneId.systemDefault().getId());
    } catch (RuleRefused offsetOnly) {
      return ZoneId.of("UTC");
    }
  }
}
