package dev.punctual.gateway.interchange;

import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.interchange.KnownUids.Master;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one import has met so far, and what it makes of the next portion. */
final class Intake {
  private final Person person;
  private final Source source;
  private final Losses losses;
  private final Counts counts;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Master> masters = new HashMap<>();

  Intake(Person person, Source source, Losses losses, Counts counts) {
    this.person = person;
    this.source = source;
    this.losses = losses;
    this.counts = counts;
  }

  Person person() {
    return person;
  }

  /** Decides upon items, each new one of which goes into the portion. */
  void settle(Connection connection, List<Item> items, Portion portion) {
    KnownUids known = KnownUids.find(connection, person.id(), uids(items));
    Map<TaskRow, Item.OfOccurrence> occurrences = new LinkedHashMap<>();
    for (Item item : items) {
      switch (item) {
        case Item.OfTask task -> {
          boolean trashed = task.deletedAt() != null;
          if (isNew(item.origin().uid(), known, trashed)) {
            portion.add(task, item.origin().uid());
          }
        }
        case Item.OfSeries series -> {
          if (isNew(item.origin().uid(), known)) {
            portion.add(series).ifPresent(row -> note(item.origin().uid(), Master.of(row)));
          }
        }
        case Item.OfOccurrence occurrence ->
            master(occurrence, known)
                .ifPresentOrElse(
                    master ->
                        portion
                            .decide(occurrence, master)
                            .ifPresent(
                                task ->
                                    occurrences.put(
                                        new TaskRow(person.id(), task, null), occurrence)),
                    () -> orphan(occurrence, known, portion));
      }
    }
    addNew(connection, occurrences, portion);
  }

  private boolean isNew(String uid, KnownUids known) {
    return isNew(uid, known, false);
  }

  /**
   * What lies in the trash here is brought again by a file that has it, but not to lie there twice.
   */
  private boolean isNew(String uid, KnownUids known, boolean trashed) {
    boolean first = seen.add(uid) && !known.has(uid) && !(trashed && known.isTrashed(uid));
    if (!first) {
      counts.unchanged++;
    }
    return first;
  }

  private void note(String uid, Master master) {
    if (source.isOverridden(uid)) {
      masters.put(uid, master);
    }
  }

  private Optional<Master> master(Item.OfOccurrence occurrence, KnownUids known) {
    String uid = occurrence.origin().uid();
    return Optional.ofNullable(known.series().get(uid))
        .or(() -> Optional.ofNullable(masters.get(uid)));
  }

  private void orphan(Item.OfOccurrence occurrence, KnownUids known, Portion portion) {
    String uid = Uids.of(occurrence.origin().uid(), occurrence.id());
    if (isNew(uid, known)) {
      losses.add(
          occurrence
              .origin()
              .loss(
                  "RECURRENCE-ID",
                  occurrence.id().local(),
                  "a task of its own: its series is not there"));
      portion.add(occurrence.task(), uid);
    }
  }

  /** Those whose place nobody has taken yet; two of a file for one place count once. */
  private void addNew(
      Connection connection, Map<TaskRow, Item.OfOccurrence> occurrences, Portion portion) {
    Set<String> taken = TaskRows.takenOccurrenceKeys(connection, occurrences.keySet());
    occurrences.forEach(
        (row, occurrence) -> {
          String key = row.occurrenceKey() + "";
          if (!taken.contains(key) && seen.add(key)) {
            portion.add(occurrence, row.task());
          } else {
            counts.unchanged++;
          }
        });
  }

  private static Set<String> uids(List<Item> items) {
    List<String> uids = new ArrayList<>();
    for (Item item : items) {
      uids.add(item.origin().uid());
      if (item instanceof Item.OfOccurrence occurrence) {
        uids.add(Uids.of(item.origin().uid(), occurrence.id()));
      }
    }
    return new LinkedHashSet<>(uids);
  }
}
