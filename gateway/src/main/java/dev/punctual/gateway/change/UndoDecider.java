package dev.punctual.gateway.change;

import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a change of one thing is undone. Only the fields that it touched go back, and only where
 * nobody has touched them since.
 */
public final class UndoDecider {
  private UndoDecider() {}

  /**
   * What is to be done.
   *
   * @param current the thing as it is; null: it is not there
   * @param followers fields that follow others or move by themselves: neither looked at nor taken
   *     back
   */
  public static <T extends Record> Undoing<T> decide(
      Recorded<T> change, @Nullable T current, Set<String> followers, Class<T> type) {
    T before = change.before();
    T after = change.after();
    if (before == null) {
      return after == null || current == null
          ? new Nothing<>()
          : created(after, current, followers);
    }
    if (after == null) {
      return current == null ? new BringBack<>(before) : new Nothing<>();
    }
    return edited(before, after, current, followers, type);
  }

  private static <T extends Record> Undoing<T> created(T after, T current, Set<String> followers) {
    Set<String> moved =
        without(
            followers, Difference.between(Difference.fields(after), Difference.fields(current)));
    return moved.isEmpty() ? new Remove<>(current) : new Conflict<>(moved);
  }

  private static <T extends Record> Undoing<T> edited(
      T before, T after, @Nullable T current, Set<String> followers, Class<T> type) {
    Map<String, @Nullable Object> was = Difference.fields(before);
    Map<String, @Nullable Object> became = Difference.fields(after);
    Set<String> touched = without(followers, Difference.between(was, became));
    if (touched.isEmpty()) {
      return new Nothing<>();
    }
    if (current == null) {
      return new Conflict<>(Set.of());
    }
    Map<String, @Nullable Object> is = Difference.fields(current);
    Set<String> back = new LinkedHashSet<>(touched);
    back.removeIf(name -> Objects.equals(is.get(name), was.get(name)));
    Set<String> moved = new LinkedHashSet<>(back);
    moved.removeIf(name -> Objects.equals(is.get(name), became.get(name)));
    if (!moved.isEmpty()) {
      return new Conflict<>(moved);
    }
    return back.isEmpty()
        ? new Nothing<>()
        : new Return<>(current, Difference.with(current, before, back, type));
  }

  private static Set<String> without(Set<String> followers, Set<String> names) {
    Set<String> rest = new LinkedHashSet<>(names);
    rest.removeAll(followers);
    return rest;
  }
}
