package dev.punctual.gateway.history;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.WireName;
import dev.punctual.gateway.change.Difference;
import dev.punctual.store.Change;
import dev.punctual.store.RecordedChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one write did to a thing.
 *
 * @param changeId by which it can be undone
 * @param actor who is said to have done it
 * @param fields what is different since; empty unless it was edited
 */
record HistoryEntry(
    ChangeId changeId, Instant at, Change.Actor actor, What what, List<FieldChange> fields) {
  HistoryEntry {
    fields = List.copyOf(fields);
  }

  /** In one word. */
  enum What implements WireName {
    CREATED("created"),
    EDITED("edited"),
    DELETED("deleted");

    private final String wireName;

    What(String wireName) {
      this.wireName = wireName;
    }

    @Override
    public String wireName() {
      return wireName;
    }
  }

  /**
   * One field, as the thing itself has it.
   *
   * @param from null: there was nothing
   * @param to null: there is nothing
   */
  record FieldChange(String field, @Nullable Object from, @Nullable Object to) {}

  static HistoryEntry of(RecordedChange change) {
    String before = change.before();
    String after = change.after();
    What what = before == null ? What.CREATED : after == null ? What.DELETED : What.EDITED;
    return new HistoryEntry(
        change.id(),
        change.at(),
        change.actor(),
        what,
        before == null || after == null ? List.of() : fields(before, after));
  }

  private static List<FieldChange> fields(String before, String after) {
    Map<String, @Nullable Object> was = Difference.fields(before);
    Map<String, @Nullable Object> is = Difference.fields(after);
    return Difference.between(was, is).stream()
        .map(name -> new FieldChange(name, was.get(name), is.get(name)))
        .toList();
  }
}
