package dev.punctual.gateway.people;

import dev.punctual.calendar.Zones;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.config.SignUpConfig;
import dev.punctual.gateway.config.SignUpConfig.Mode;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Refusals;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.store.Accounts;
import dev.punctual.store.Accounts.Account;
import dev.punctual.store.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Making an account. The first is the administrator's. */
@Singleton
final class SignUp {
  static final int MAX_NAME = 100;

  private final Database database;
  private final Passwords passwords;
  private final SignUpConfig config;

  SignUp(Database database, Passwords passwords, SignUpConfig config) {
    this.database = database;
    this.passwords = passwords;
    this.config = config;
  }

  private record Wanted(String name, String password, @Nullable String email, ZoneId zone) {}

  /**
   * Makes an account and begins with it.
   *
   * @param begin in the same transaction
   * @throws Refused when no account is to be made, or not this one
   */
  <T> T make(AccountDraft draft, BiFunction<Connection, UserId, T> begin) {
    Wanted wanted = wanted(draft);
    String hash = passwords.hash(wanted.password());
    return database.transaction(
        connection -> {
          boolean first = Accounts.lockFirst(connection);
          if (config.mode() == Mode.INVITATION
              && !Invitations.redeem(
                  connection, new SessionToken(String.valueOf(draft.invitation())))) {
            throw invitationRequired();
          }
          Account account = new Account(new UserId(Uuid7.next()), wanted.name(), wanted.zone());
          Accounts.insert(connection, account);
          AccountStore.setPassword(connection, account.id(), SignInName.fold(wanted.name()), hash);
          if (wanted.email() != null) {
            AccountStore.setEmail(connection, account.id(), wanted.email());
          }
          if (first) {
            Accounts.makeAdministrator(connection, account.id());
          }
          return begin.apply(connection, account.id());
        });
  }

  private Wanted wanted(AccountDraft draft) {
    if (config.mode() == Mode.CLOSED) {
      throw new Refused(
          ProblemCode.SIGN_UP_CLOSED, "", "No accounts are made here (PUNCTUAL_SIGN_UP).");
    }
    if (config.mode() == Mode.INVITATION && draft.invitation() == null) {
      throw invitationRequired();
    }
    String name = Wording.line(draft.name(), "name", MAX_NAME).then(SignInName::name).orRefuse();
    String zone = draft.zone() == null ? "UTC" : draft.zone();
    return new Wanted(
        name,
        SignInName.password(draft.password(), name).orRefuse(),
        draft.email() == null ? null : SignInName.email(draft.email()).orRefuse(),
        Refusals.catching("zone", () -> new Accepted<>(Zones.parse(zone))).orRefuse());
  }

  private static Refused invitationRequired() {
    return new Refused(
        ProblemCode.INVITATION_REQUIRED,
        "invitation",
        "An account takes an invitation that was not used and has not run out.");
  }
}
