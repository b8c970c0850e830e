package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.Accounts;
import dev.punctual.store.Sessions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Somebody who is signed in.
 *
 * @param cookie name and value, as a request carries it
 */
public record Person(UserId id, String cookie) {
  /** No clocks are changed there, so that the night of a benchmark does not matter. */
  static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  static final String COOKIE = "punctual_session=";

  /** A new account with an open session. */
  public static Person create(Connection connection, int number) {
    UserId id = new UserId(Uuid7.next());
    String token = UUID.randomUUID().toString();
    Accounts.insert(connection, new Accounts.Account(id, "Person " + number, ZONE));
    Sessions.open(connection, sha256(token), id, Duration.ofDays(1));
    return new Person(id, COOKIE + token);
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
