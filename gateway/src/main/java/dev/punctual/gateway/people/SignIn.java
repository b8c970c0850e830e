package dev.punctual.gateway.people;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Client;
import dev.punctual.gateway.http.Limits;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a password. An account that does not exist answers as one whose password is
 * another, and as late.
 */
@Singleton
final class SignIn {
  private final Database database;
  private final TimeSource time;
  private final Passwords passwords;
  private final Limits limits;
  private final Client client;

  SignIn(Database database, TimeSource time, Passwords passwords, Limits limits, Client client) {
    this.database = database;
    this.time = time;
    this.passwords = passwords;
    this.limits = limits;
    this.client = client;
  }

  /**
   * Who it is.
   *
   * @throws Refused when the password is not theirs, or too much was guessed
   */
  UserId prove(HttpRequest<?> request, String name, String password) {
    String folded = SignInName.fold(name);
    return prove(
        request,
        folded,
        password,
        database.read(connection -> AccountStore.find(connection, folded)).orElse(null));
  }

  /**
   * Proves again that it is the person of a session; of one without a password there is nothing to
   * prove.
   *
   * @throws Refused as {@link #prove}
   */
  void proveAgain(HttpRequest<?> request, UserId user, @Nullable String password) {
    AccountStore.Account account =
        database.read(user, connection -> AccountStore.get(connection, user));
    if (account.passwordHash() == null) {
      return;
    }
    if (password == null) {
      throw new Refused(ProblemCode.REQUIRED, "current", "current is required: the password.");
    }
    UserId proved = prove(request, user.toString(), password, account);
    assert proved.equals(user);
  }

  private UserId prove(
      HttpRequest<?> request,
      String called,
      String password,
      AccountStore.@Nullable Account account) {
    InetAddress origin = client.origin(request);
    limits.signIn(request, origin, called);
    BackOff backOff = new BackOff(called, origin);
    Duration wait =
        database.transaction(connection -> backOff.attempt(connection, time.now(connection)));
    if (wait.isPositive()) {
      throw Refused.tooOften(wait);
    }
    // Without a connection: it takes as long as a hundred requests.
    if (!passwords.match(password, account == null ? null : account.passwordHash())
        || account == null) {
      throw new Refused(ProblemCode.SIGN_IN_REFUSED, "", "The name or the password is not right.");
    }
    database.write(connection -> backOff.succeeded(connection, time.now(connection)));
    return account.id();
  }
}
