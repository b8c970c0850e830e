package dev.punctual.gateway.people;

import org.jspecify.annotations.Nullable;

/**
 * An account as somebody asks for it.
 *
 * @param name what they are called and sign in with, 1 to 100 characters without @
 * @param password 10 to 200 characters
 * @param email to sign in with, too, and to reset the password; null: none
 * @param zone IANA name; default UTC
 * @param invitation the secret of one, where accounts are made by invitation
 */
record AccountDraft(
    String name,
    String password,
    @Nullable String email,
    @Nullable String zone,
    @Nullable String invitation) {
  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "an account";
  }
}
