package dev.punctual.gateway.zones;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.series.ClockFollowers;
import dev.punctual.gateway.task.TaskTimes;
import dev.punctual.gateway.wake.Bell;
import dev.punctual.gateway.wake.Worker;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Sql;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves all that is armed again when this gateway's time zone database is newer than the one by
 * which it was (DESIGN §3). One person after the other: what is so already stays untouched, so that
 * a run that broke off begins anew, and two at once do no harm. An older gateway leaves everything
 * as it is; what it, or a function of its age, has armed while a release was rolled out is resolved
 * by a second run, an hour later.
 */
@Singleton
public final class ZoneRulesUpdate {
  private static final Logger LOG = LoggerFactory.getLogger(ZoneRulesUpdate.class);
  private static final int PORTION = 500;
  private static final Duration REST = Duration.ofHours(1);

  /** Longer than a release takes to be everywhere. */
  private static final Duration ROLLED_OUT = Duration.ofMinutes(50);

  private static final UUID NOBODY = new UUID(0, 0);

  private final Database database;
  private final Writer writer;
  private final Bell bell = new Bell();
  private final Worker worker = new Worker("zone-rules", this::turn);

  ZoneRulesUpdate(Database database, Writer writer) {
    this.database = database;
    this.writer = writer;
  }

  @EventListener
  void start(ServerStartupEvent event) {
    worker.start();
  }

  @PreDestroy
  void stop() {
    worker.stop(bell);
  }

  /**
   * Resolves everything again, unless this version or a newer one has been seen.
   *
   * @param version of the time zone database, for instance {@code 2026a}
   */
  void update(String version) {
    Known known = database.read(ZoneRulesUpdate::known);
    int newer = version.compareTo(known.version());
    if (newer > 0) {
      int people = resolveAgain();
      // Of two that know the same version, one sets when the second run is due.
      write(
          "UPDATE zone_rules SET version = ?, again_at = now() + ?::interval WHERE version < ?",
          version,
          ROLLED_OUT.toString(),
          version);
      LOG.info("what {} people have armed was resolved by {}", people, version);
    } else if (newer == 0 && known.again()) {
      int people = resolveAgain();
      write("UPDATE zone_rules SET again_at = NULL WHERE version = ?", version);
      LOG.info("what {} people have armed was resolved by {} once more", people, version);
    }
  }

  /**
   * By what all was resolved.
   *
   * @param again whether the second run is due
   */
  private record Known(String version, boolean again) {}

  private static Known known(Connection connection) {
    return Sql.one(
            connection,
            "SELECT version, coalesce(again_at <= now(), false) AS again FROM zone_rules",
            row -> new Known(row.text("version"), row.flag("again")))
        .orElseThrow();
  }

  private void write(String sql, Object... arguments) {
    database.write(connection -> Sql.execute(connection, sql, arguments));
  }

  /** How many people there are. */
  private int resolveAgain() {
    int people = 0;
    List<UserId> portion = after(NOBODY);
    while (!portion.isEmpty()) {
      portion.forEach(this::resolveAgain);
      people += portion.size();
      portion = after(portion.getLast().value());
    }
    return people;
  }

  private void turn() throws InterruptedException {
    update(ZoneRulesProvider.getVersions("UTC").lastKey());
    bell.await(REST);
  }

  private List<UserId> after(UUID last) {
    return database.read(
        connection ->
            Sql.list(
                connection,
                "SELECT id FROM account WHERE id > ? ORDER BY id LIMIT ?",
                row -> new UserId(row.uuid("id")),
                last,
                PORTION));
  }

  /** One person's rule that cannot be resolved any more must not keep everybody else waiting. */
  private void resolveAgain(UserId user) {
    try {
      Object done =
          writer.write(
              user,
              Change.Actor.ZONE_RULES,
              write -> {
                ClockFollowers.resolveAgain(write);
                TaskTimes.resolveAgain(write);
                return write.changeId();
              });
      LOG.debug("{} of {}", done, user);
    } catch (DatabaseFault away) {
      throw away;
    } catch (RuntimeException e) {
      LOG.error("what {} has armed stays as it was", user, e);
    }
  }
}
