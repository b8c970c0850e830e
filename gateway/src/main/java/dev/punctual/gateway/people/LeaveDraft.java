package dev.punctual.gateway.people;

import org.jspecify.annotations.Nullable;

/**
 * Who wants to go for good.
 *
 * @param current the password; null: there is none
 */
record LeaveDraft(@Nullable String current) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "a farewell";
  }
}
