package dev.punctual.gateway.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.store.Sql;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ever longer pauses for those who guess passwords, in the table {@code sign_in_failure}: all
 * gateways count together. Of an account that does not exist it counts the same.
 */
final class BackOff {
  /** Who guesses what. */
  enum Guess {
    /** One account from one address: what a person who forgot meets. */
    PAIR(5, Duration.ofMinutes(15)),
    /** Many accounts from one address. */
    ADDRESS(30, Duration.ofMinutes(15)),
    /** One account from many addresses: no longer than nobody can keep its owner out. */
    ACCOUNT(100, Duration.ofSeconds(30));

    private final int free;
    private final Duration longest;

    Guess(int free, Duration longest) {
      this.free = free;
      this.longest = longest;
    }

    /** How long to wait after so many failures: none at first, then 1, 2, 4 … s. */
    Duration pause(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration pause = Duration.ofSeconds(1L << Math.min(failures - free, 20));
      return pause.compareTo(longest) < 0 ? pause : longest;
    }
  }

  private static final Duration MEMORY = Duration.ofDays(1);

  private final Map<Guess, String> keys = new EnumMap<>(Guess.class);

  private record Failures(String key, int count, Instant lastAt) {}

  /**
   * One who says to be somebody.
   *
   * @param account as it was typed, folded
   */
  BackOff(String account, InetAddress address) {
    keys.put(Guess.PAIR, key("pair", account, address.getHostAddress()));
    keys.put(Guess.ADDRESS, key("address", address.getHostAddress()));
    keys.put(Guess.ACCOUNT, key("account", account));
  }

  /**
   * Counts an attempt as failed before it is made, so that many at once gain nothing.
   *
   * @return how long to wait instead; zero: it may be made
   */
  Duration attempt(Connection connection, Instant now) {
    Map<String, Failures> failures = lock(connection, now);
    Duration wait = Duration.ZERO;
    for (Guess guess : Guess.values()) {
      Failures of = failures.get(keys.get(guess));
      if (of != null) {
        Duration left = Duration.between(now, of.lastAt().plus(guess.pause(of.count())));
        wait = left.compareTo(wait) > 0 ? left : wait;
      }
    }
    if (wait.isZero()) {
      Sql.batch(
          connection,
          "UPDATE sign_in_failure SET failures = ?, last_at = ? WHERE key = ?",
          failures.values().stream().map(of -> List.of(of.count() + 1, now, of.key())).toList());
    }
    return wait;
  }

  /** It did not fail after all: the account's failures are forgotten, the address's but this. */
  void succeeded(Connection connection, Instant now) {
    Map<String, Failures> locked = lock(connection, now);
    Sql.execute(
        connection,
        "UPDATE sign_in_failure SET failures = CASE WHEN key = ? THEN greatest(failures - 1, 0)"
            + " ELSE 0 END WHERE key = ANY (?)",
        keys.get(Guess.ADDRESS),
        List.copyOf(locked.keySet()));
  }

  /** In the order of their keys, as everybody locks them. */
  private Map<String, Failures> lock(Connection connection, Instant now) {
    List<String> sorted = keys.values().stream().sorted().toList();
    Sql.execute(
        connection,
        "INSERT INTO sign_in_failure (key, failures, last_at)"
            + " SELECT key, 0, ? FROM unnest(?::text[]) AS k(key) ORDER BY key"
            + " ON CONFLICT DO NOTHING",
        now,
        sorted);
    return Sql.list(
            connection,
            "SELECT * FROM sign_in_failure WHERE key = ANY (?) ORDER BY key FOR UPDATE",
            row -> {
              Instant lastAt = row.instant("last_at");
              boolean forgotten = lastAt.plus(MEMORY).isBefore(now);
              return new Failures(row.text("key"), forgotten ? 0 : row.integer("failures"), lastAt);
            },
            sorted)
        .stream()
        .collect(Collectors.toMap(Failures::key, of -> of));
  }

  private static String key(String kind, String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Arrays.stream(parts).forEach(part -> digest.update((part + "\0").getBytes(UTF_8)));
      return kind + ":" + Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
