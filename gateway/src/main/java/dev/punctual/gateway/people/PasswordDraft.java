package dev.punctual.gateway.people;

import org.jspecify.annotations.Nullable;

/**
 * A password to sign in with from now on.
 *
 * @param current the one until now; null only when there is none
 * @param password 10 to 200 characters
 */
record PasswordDraft(@Nullable String current, String password) {
  /** Keeps passwords out of logs. */
  @Override
  public String toString() {
    return "a password";
  }
}
