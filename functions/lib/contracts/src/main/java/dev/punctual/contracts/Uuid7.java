package dev.punctual.contracts;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds since 1970, the rest random. */
public final class Uuid7 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uuid7() {}

  /** A new id of this moment. Ids of different milliseconds sort by time, those of one do not. */
  public static UUID next() {
    return of(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
  }

  static UUID of(long millis, long high, long low) {
    return new UUID(
        millis << 16 | 0x7000 | (high & 0x0fff), (low & 0x3fff_ffff_ffff_ffffL) | 1L << 63);
  }
}
