package dev.punctual.gateway.change;

import java.util.Set;

/** What has to be done to a thing so that a change of it is undone. */
public sealed interface Undoing<T extends Record> {

  /** It is as it was before. */
  record Nothing<T extends Record>() implements Undoing<T> {}

  /** It was not there before. */
  record Remove<T extends Record>(T current) implements Undoing<T> {}

  /** It was there before. */
  record BringBack<T extends Record>(T was) implements Undoing<T> {}

  /**
   * It was different before.
   *
   * @param wanted with the fields that the change touched as they were, and the others as they are
   */
  record Return<T extends Record>(T current, T wanted) implements Undoing<T> {}

  /**
   * Somebody has changed since what would have to be changed back.
   *
   * @param fields which; empty: the thing is gone
   */
  record Conflict<T extends Record>(Set<String> fields) implements Undoing<T> {
    public Conflict {
      fields = Set.copyOf(fields);
    }
  }
}
