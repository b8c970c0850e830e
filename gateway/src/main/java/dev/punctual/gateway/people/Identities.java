package dev.punctual.gateway.people;

import dev.punctual.calendar.RuleRefused;
import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.config.OpenIdConfig;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.SessionCookie;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.gateway.openid.Identity;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Columns;
import dev.punctual.store.Database;
import dev.punctual.store.Sessions;
import dev.punctual.store.Sql;
import dev.punctual.store.TimeSource;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code identity}: whose account an issuer's subject is. Never by e-mail address: who
 * has one at an issuer need not be who has it here.
 */
@Singleton
final class Identities {
  private final Database database;
  private final TimeSource time;
  private final BrowserSessions sessions;
  private final OpenIdConfig config;

  Identities(Database database, TimeSource time, BrowserSessions sessions, OpenIdConfig config) {
    this.database = database;
    this.time = time;
    this.sessions = sessions;
    this.config = config;
  }

  Instant now() {
    return database.now(time);
  }

  /**
   * Signs somebody in, and makes their account where that is allowed.
   *
   * @param invitation the secret of one; empty: there is none
   * @return their session; empty: they have no account, and none is made
   */
  Optional<Cookie> signIn(Identity identity, String invitation, HttpRequest<?> request) {
    return database.transaction(
        connection ->
            find(connection, identity)
                .or(() -> make(connection, identity, invitation))
                .map(user -> sessions.open(connection, user, request)));
  }

  /**
   * Gives somebody who has an account another way in.
   *
   * @param person who began it, by id; the request has to come with a session of theirs
   * @return false: it has none, or somebody else signs in that way
   */
  boolean link(Identity identity, String person, HttpRequest<?> request) {
    return database.transaction(
        connection -> {
          UserId user =
              SessionCookie.read(request)
                  .flatMap(token -> Sessions.owner(connection, token.hash()))
                  .filter(owner -> owner.toString().equals(person))
                  .orElse(null);
          if (user == null) {
            return false;
          }
          Sql.execute(
              connection,
              "INSERT INTO identity (issuer, subject, user_id) VALUES (?, ?, ?)"
                  + " ON CONFLICT DO NOTHING",
              identity.issuer(),
              identity.subject(),
              user);
          return find(connection, identity).filter(user::equals).isPresent();
        });
  }

  private static Optional<UserId> find(Connection connection, Identity identity) {
    return Sql.one(
        connection,
        "SELECT user_id FROM identity WHERE issuer = ? AND subject = ?",
        Columns::user,
        identity.issuer(),
        identity.subject());
  }

  private Optional<UserId> make(Connection connection, Identity identity, String invitation) {
    boolean first = Accounts.lockFirst(connection);
    Optional<UserId> meanwhile = find(connection, identity);
    if (meanwhile.isPresent()) {
      return meanwhile;
    }
    boolean allowed =
        switch (Objects.requireNonNull(config.provider()).signUp()) {
          case OPEN -> true;
          case INVITATION -> Invitations.redeem(connection, new SessionToken(invitation));
          case CLOSED -> false;
        };
    if (!allowed) {
      return Optional.empty();
    }
    UserId user = new UserId(Uuid7.next());
    Accounts.insert(connection, new Account(user, name(identity.name()), zone(identity.zone())));
    if (first) {
      Accounts.makeAdministrator(connection, user);
    }
    if (identity.email() != null
        && SignInName.email(identity.email()) instanceof Accepted<String>(String email)) {
      AccountStore.setEmailUnlessTaken(connection, user, email);
    }
    Sql.execute(
        connection,
        "INSERT INTO identity (issuer, subject, user_id) VALUES (?, ?, ?)",
        identity.issuer(),
        identity.subject(),
        user);
    return Optional.of(user);
  }

  private static String name(@Nullable String name) {
    return name != null
            && Wording.line(name, "name", SignUp.MAX_NAME) instanceof Accepted<String>(String line)
        ? line
        : "Me";
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return zone == null ? ZoneId.of("UTC") : Zones.parse(zone);
    } catch (RuleRefused unknown) {
      return ZoneId.of("UTC");
    }
  }
}
