package dev.punctual.gateway.filter;

import dev.punctual.contracts.Id.FilterId;
import dev.punctual.gateway.change.Conflicts;
import dev.punctual.gateway.change.Recorded;
import dev.punctual.gateway.change.UndoDecider;
import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import dev.punctual.gateway.write.Write;
import dev.punctual.store.RecordedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Saved filters of a change that is undone. */
public final class FilterUndo {
  private final Write write;
  private final List<Runnable> deeds = new ArrayList<>();

  private FilterUndo(Write write) {
    this.write = write;
  }

  /**
   * Locks, and decides what is to be done.
   *
   * @param conflicts takes what stands in the way
   */
  public static FilterUndo of(Write write, List<RecordedChange> changes, Conflicts conflicts) {
    FilterUndo undo = new FilterUndo(write);
    changes.forEach(change -> undo.look(Recorded.of(change, Filter.class), conflicts));
    return undo;
  }

  /** Writes; how many filters. */
  public int save() {
    deeds.forEach(Runnable::run);
    return deeds.size();
  }

  private void look(Recorded<Filter> change, Conflicts conflicts) {
    FilterId id = new FilterId(change.subject());
    Filter current = FilterStore.lockIfThere(write, id).orElse(null);
    switch (UndoDecider.decide(change, current, Set.of(), Filter.class)) {
      case Nothing<Filter> nothing -> {}
      case Remove<Filter>(Filter is) -> deeds.add(() -> FilterStore.delete(write, is));
      case BringBack<Filter>(Filter was) -> {
        FilterController.requireRoom(write);
        deeds.add(() -> FilterStore.create(write, then(was)));
      }
      case Return<Filter>(Filter is, Filter wanted) ->
          deeds.add(() -> FilterStore.update(write, is, then(wanted)));
      case Conflict<Filter> conflict -> conflicts.add("filters", id.value(), conflict);
    }
  }

  private Filter then(Filter filter) {
    return new Filter(
        filter.id(),
        filter.name(),
        filter.q(),
        filter.sort(),
        filter.createdAt(),
        write.now(),
        filter.version() + 1);
  }
}
