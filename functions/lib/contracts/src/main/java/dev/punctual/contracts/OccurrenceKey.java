package dev.punctual.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.Id.SeriesId;
import dev.punctual.contracts.Id.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The business key of an occurrence (DESIGN §2): at most one row of a person carries it. */
public final class OccurrenceKey {
  private OccurrenceKey() {}

  /**
   * The first 16 hex digits of SHA-256 over UTF-8 {@code {user}:{series}:{occurrence}}.
   *
   * @param occurrence the rule's own local time {@code yyyy-MM-dd'T'HH:mm:ss}, or the date
   */
  public static String of(UserId user, SeriesId series, String occurrence) {
    String text = user.value() + ":" + series.value() + ":" + occurrence;
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
