package dev.punctual.store;

import java.sql.Connection;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Who may publish (DESIGN §2): one row, on the database's clock. Every transaction of the leader
 * holds it {@code FOR SHARE}; whoever takes over updates it, and so waits until the leader's last
 * transaction ends.
 */
public final class RelayLease {
  private RelayLease() {}

  /**
   * Takes the lease when nobody holds it, or when it has run out.
   *
   * @return the new epoch; empty: somebody else leads
   */
  public static OptionalLong take(Connection connection, UUID holder, Duration term) {
    return Sql.one(
            connection,
            "UPDATE relay_lease SET holder = ?, epoch = epoch + 1,"
                + " expires_at = clock_timestamp() + ?::interval"
                + " WHERE holder IS NULL OR expires_at < clock_timestamp() RETURNING epoch",
            row -> row.number("epoch"),
            holder,
            term.toString())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** Prolongs the lease; false: it has passed to another epoch. */
  public static boolean renew(Connection connection, long epoch, Duration term) {
    return Sql.update(
            connection,
            "UPDATE relay_lease SET expires_at = clock_timestamp() + ?::interval WHERE epoch = ?",
            term.toString(),
            epoch)
        == 1;
  }

  /** Holds the lease until the transaction ends; false: it has passed to another epoch. */
  public static boolean hold(Connection connection, long epoch) {
    return !Sql.list(
            connection,
            "SELECT epoch FROM relay_lease WHERE epoch = ? FOR SHARE",
            row -> row.number("epoch"),
            epoch)
        .isEmpty();
  }

  /** Gives the lease up, so that another can take it at once. */
  public static void giveUp(Connection connection, long epoch) {
    Sql.execute(
        connection,
        "UPDATE relay_lease SET holder = NULL, expires_at = '-infinity' WHERE epoch = ?",
        epoch);
  }
}
