package dev.punctual.gateway.interchange;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.LocalClock;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.series.ImportedSeries;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Accounts;
import dev.punctual.store.Change;
import dev.punctual.store.Database;
import dev.punctual.store.Sql;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Imports files. One that cannot be read to its end is refused before anything is written. Then
 * portions are saved one by one, each whole or not at all; what was saved before a fault stays, and
 * the same file again goes on behind it, for what is there is known by its UID.
 */
@Singleton
final class Importer {
  /** Each may take a file's worth of scratch space. */
  private static final int AT_ONCE = 2;

  /** Items of one transaction. */
  private static final int PORTION = 100;

  /** What a file is. */
  enum Format {
    /** RFC 5545. */
    CALENDAR,
    /** Ours: what {@code export.json} makes. */
    EVERYTHING
  }

  /** What is not done by then is left out, and told. */
  private static final Duration MAX_TIME = Duration.ofMinutes(4);

  private final Database database;
  private final Writer writer;
  private final TimeSource time;
  private final Semaphore running = new Semaphore(AT_ONCE);

  Importer(Database database, Writer writer, TimeSource time) {
    this.database = database;
    this.writer = writer;
    this.time = time;
  }

  /**
   * Imports a file.
   *
   * @param change under which all of it is recorded
   * @param dryRun to write nothing
   * @throws Refused when it is no such file or too large, or too many are imported at once
   */
  ImportReport run(
      Person person, InputStream body, Format format, ChangeId change, boolean dryRun) {
    if (!running.tryAcquire()) {
      throw new Refused(
          ProblemCode.UNAVAILABLE, "", "Other files are being imported; try again in a minute.");
    }
    try (Spool spool = Spool.of(body)) {
      return run(person, spool, format, change, dryRun);
    } finally {
      running.release();
    }
  }

  private ImportReport run(
      Person person, Spool spool, Format format, ChangeId change, boolean dryRun) {
    Instant now = database.now(time);
    LocalTime dayStart =
        database.read(person.id(), connection -> clock(connection, person)).dayStart();
    Source source =
        switch (format) {
          case CALENDAR -> new CalendarSource(spool, new LocalClock(person.zone(), dayStart), now);
          case EVERYTHING -> new EverythingSource(spool, now);
        };
    Losses losses = new Losses();
    Counts counts = new Counts();
    counts.leftOut = source.survey(losses);
    Intake intake = new Intake(person, source, losses, counts);
    Run run = new Run(intake, losses, counts, dryRun ? null : change);
    source.opening(losses).ifPresent(run::open);
    // Series before their occurrences, whatever the order of the file.
    run.through(source, false);
    if (source.hasOverrides()) {
      run.through(source, true);
    }
    return counts.report(dryRun, losses);
  }

  private static LocalClock clock(Connection connection, Person person) {
    return Accounts.clock(connection, person.id()).orElseThrow(Refused::notFound);
  }

  /** One import on its way. */
  private final class Run {
    private final Intake intake;
    private final Losses losses;
    private final Counts counts;
    private final @Nullable ChangeId change;
    private final long end = System.nanoTime() + MAX_TIME.toNanos();
    private final List<Item> items = new ArrayList<>();
    private boolean late;

    Run(Intake intake, Losses losses, Counts counts, @Nullable ChangeId change) {
      this.intake = intake;
      this.losses = losses;
      this.counts = counts;
      this.change = change;
    }

    void open(Consumer<Write> opening) {
      if (change != null) {
        boolean done =
            writer.write(
                intake.person().id(),
                Change.Actor.IMPORT,
                change,
                write -> {
                  lock(write.connection(), intake.person());
                  opening.accept(write);
                  return true;
                });
        assert done;
      }
    }

    void through(Source source, boolean occurrences) {
      source.items(occurrences, losses, this::take);
      save();
    }

    private void take(Supplier<Item> item) {
      if (System.nanoTime() > end) {
        counts.leftOut++;
        if (!late) {
          losses.add(
              new Losses.Loss(
                  "", "", "", "", "nothing yet: it took too long; import the same file again"));
        }
        late = true;
        return;
      }
      items.add(item.get());
      if (items.size() == PORTION) {
        save();
      }
    }

    private void save() {
      if (items.isEmpty()) {
        return;
      }
      Person person = intake.person();
      if (change == null) {
        database.write(
            person.id(),
            connection -> intake.settle(connection, items, portion(connection, person)));
      } else {
        int saved =
            writer.write(
                person.id(),
                Change.Actor.IMPORT,
                change,
                write -> {
                  lock(write.connection(), person);
                  Portion portion =
                      new Portion(
                          person.id(),
                          ImportedSeries.lockClock(write),
                          write.now(),
                          losses,
                          counts);
                  intake.settle(write.connection(), items, portion);
                  portion.save(write);
                  return items.size();
                });
        assert saved == items.size();
      }
      items.clear();
    }

    private Portion portion(Connection connection, Person person) {
      return new Portion(
          person.id(), clock(connection, person), time.now(connection), losses, counts);
    }

    /** Two imports of one file at once must not both find it new. */
    private static void lock(Connection connection, Person person) {
      Sql.list(
          connection,
          "SELECT pg_advisory_xact_lock(hashtextextended('import ' || ?, 0))",
          row -> 0,
          person.id().toString());
    }
  }
}
