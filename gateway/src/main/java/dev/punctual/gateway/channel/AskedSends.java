package dev.punctual.gateway.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.Sql;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person has sent to a channel by asking for it: tests, and codes to addresses that are not
 * confirmed. Each is noted in the table {@code asked_send}, whose rows outlive the channel.
 */
final class AskedSends {
  private AskedSends() {}

  /** What is sent. */
  enum What implements WireName {
    TEST("test"),
    CODE("code");

    private final String wireName;

    What(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }

    static What to(ChannelRow row) {
      return row.channel().status() == ChannelStatus.UNCONFIRMED ? CODE : TEST;
    }
  }

  /**
   * How much was asked for.
   *
   * @param tests by the person within an hour
   * @param codes by the person within a day
   * @param codesThere to the same address within a day, by whomever
   */
  record Lately(int tests, int codes, int codesThere) {}

  /**
   * Nobody else counts or adds for this person until the write ends. Before the person's channels.
   */
  static void lock(Write write) {
    Sql.list(
        write.connection(),
        "SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE",
        row -> row.uuid("id"),
        write.user());
  }

  /**
   * Begins a test, or has a code sent where the address is not confirmed; one that is under way is
   * enough.
   *
   * @throws dev.punctual.gateway.http.Refused when that may not be, or not so often
   */
  static DeliveryRow begin(Write write, ChannelRow row, ChannelDecider decider) {
    return pending(write, row).orElseGet(() -> insert(write, allowed(write, row, decider)));
  }

  /** As {@link #begin}, where nothing went before: what is under way goes there, and is noted. */
  static void beginThere(Write write, ChannelRow row, ChannelDecider decider) {
    DeliveryRow fresh = allowed(write, row, decider);
    DeliveryRow unused = pending(write, row).orElseGet(() -> insert(write, fresh));
  }

  private static Optional<DeliveryRow> pending(Write write, ChannelRow row) {
    return DeliveryRows.pendingTest(write.connection(), write.user(), row.channel().id());
  }

  private static DeliveryRow allowed(Write write, ChannelRow row, ChannelDecider decider) {
    DeliveryRow fresh =
        decider.ask(row, new DeliveryId(Uuid7.next()), lately(write, row)).orRefuse();
    note(write, row);
    return fresh;
  }

  private static DeliveryRow insert(Write write, DeliveryRow fresh) {
    DeliveryRows.insert(write.connection(), fresh);
    write.setTimer(fresh.timer());
    return fresh;
  }

  private static Lately lately(Write write, ChannelRow row) {
    byte[] target = hash(row);
    if (What.to(row) == What.CODE) {
      // Two people who ask for the same address at once are counted one after the other.
      Sql.list(
          write.connection(),
          "SELECT pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))",
          held -> 0,
          target);
    }
    return Sql.one(
            write.connection(),
            "SELECT (SELECT count(*) FROM asked_send WHERE user_id = ? AND what = 'test'"
                + " AND at > ?::timestamptz - interval '1 hour') AS tests,"
                + " (SELECT count(*) FROM asked_send WHERE user_id = ? AND what = 'code'"
                + " AND at > ?::timestamptz - interval '1 day') AS codes,"
                + " codes_sent(?, ?::timestamptz - interval '1 day') AS there",
            counts ->
                new Lately(
                    counts.integer("tests"), counts.integer("codes"), counts.integer("there")),
            write.user(),
            write.now(),
            write.user(),
            write.now(),
            target,
            write.now())
        .orElseThrow();
  }

  private static void note(Write write, ChannelRow row) {
    Sql.execute(
        write.connection(),
        "INSERT INTO asked_send (id, user_id, what, target_hash, at) VALUES (?, ?, ?, ?, ?)",
        Uuid7.next(),
        write.user(),
        What.to(row),
        hash(row),
        write.now());
  }

  /** An address is the same in whatever case it is written. */
  private static byte[] hash(ChannelRow row) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(row.channel().target().toLowerCase(Locale.ROOT).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
