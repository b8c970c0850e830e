package dev.punctual.gateway.tag;

import dev.punctual.contracts.Id.TagId;
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

/** Tags of a change that is undone. The tasks and series that had them are undone by themselves. */
public final class TagUndo {
  private final Write write;
  private final List<Runnable> deeds = new ArrayList<>();

  private TagUndo(Write write) {
    this.write = write;
  }

  /**
   * Locks, and decides what is to be done; before tasks and series are saved, which make known the
   * tags that they get.
   *
   * @param conflicts takes what stands in the way
   */
  public static TagUndo of(Write write, List<RecordedChange> changes, Conflicts conflicts) {
    TagUndo undo = new TagUndo(write);
    changes.forEach(change -> undo.look(Recorded.of(change, TagStore.Kept.class), conflicts));
    return undo;
  }

  /** Writes; how many tags. */
  public int save() {
    deeds.forEach(Runnable::run);
    return deeds.size();
  }

  private void look(Recorded<TagStore.Kept> change, Conflicts conflicts) {
    TagId id = new TagId(change.subject());
    TagStore.Kept current = TagStore.lock(write, id).orElse(null);
    switch (UndoDecider.decide(change, current, Set.of(), TagStore.Kept.class)) {
      case Nothing<TagStore.Kept> nothing -> {}
      case Remove<TagStore.Kept>(TagStore.Kept is) ->
          deeds.add(() -> TagStore.replace(write, is.name(), null));
      case BringBack<TagStore.Kept>(TagStore.Kept was) -> {
        if (isFree(id, was.name(), conflicts)) {
          deeds.add(() -> TagStore.bringBack(write, id, was));
        }
      }
      case Return<TagStore.Kept>(TagStore.Kept is, TagStore.Kept wanted) -> {
        if (is.name().equals(wanted.name()) || isFree(id, wanted.name(), conflicts)) {
          deeds.add(() -> TagStore.replace(write, is.name(), wanted));
        }
      }
      case Conflict<TagStore.Kept> conflict -> conflicts.add("tags", id.value(), conflict);
    }
  }

  /** Another may have got the name meanwhile. */
  private boolean isFree(TagId id, String name, Conflicts conflicts) {
    boolean taken = TagStore.exists(write.connection(), write.user(), name);
    if (taken) {
      conflicts.add("tags", id.value(), "name", "There is a tag " + name + " by now.");
    }
    return !taken;
  }
}
