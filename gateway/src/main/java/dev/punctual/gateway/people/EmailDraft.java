package dev.punctual.gateway.people;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address.
 *
 * @param current the password; null only when there is none
 * @param email to sign in with, and to reset the password; null: none
 */
record EmailDraft(@Nullable String current, @Nullable String email) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "an e-mail address";
  }
}
