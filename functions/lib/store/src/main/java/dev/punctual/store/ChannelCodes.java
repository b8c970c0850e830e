package dev.punctual.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.ChannelId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The table {@code channel_code}: codes that were mailed to an address, and confirm it when they
 * come back. Several may be on their way; each works for a day, and none when one was used.
 */
public final class ChannelCodes {
  /** For how long a code works. */
  public static final Duration VALID = Duration.ofDays(1);

  /** Digits and letters that nobody takes for another (Crockford's Base32): 60 bits in a code. */
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ChannelCodes() {}

  /** A new code for a channel, such as {@code 7K3M-Q9TX-2BWP}; only its hash is kept. */
  public static String issue(Connection connection, Owned<ChannelId> channel, Instant now) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "")
          .append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    Sql.execute(
        connection,
        "INSERT INTO channel_code (user_id, channel_id, code_hash, expires_at)"
            + " VALUES (?, ?, ?, ?)",
        channel.user(),
        channel.id(),
        hash(channel.id(), code.toString()),
        now.plus(VALID));
    return code.toString();
  }

  /**
   * Whether this code was issued for the channel and still works.
   *
   * @param code as somebody typed it: in any case, with or without hyphens and spaces
   */
  public static boolean works(
      Connection connection, Owned<ChannelId> channel, String code, Instant now) {
    return Sql.one(
            connection,
            "SELECT expires_at FROM channel_code WHERE user_id = ? AND channel_id = ?"
                + " AND code_hash = ? AND expires_at > ?",
            row -> row.instant("expires_at"),
            channel.user(),
            channel.id(),
            hash(channel.id(), code),
            now)
        .isPresent();
  }

  /** None that was issued for the channel works any more. */
  public static void revoke(Connection connection, Owned<ChannelId> channel) {
    Sql.execute(
        connection,
        "DELETE FROM channel_code WHERE user_id = ? AND channel_id = ?",
        channel.user(),
        channel.id());
  }

  private static byte[] hash(ChannelId channel, String code) {
    String symbols =
        code.toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    try {
      return MessageDigest.getInstance("SHA-256").digest((channel + ":" + symbols).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
