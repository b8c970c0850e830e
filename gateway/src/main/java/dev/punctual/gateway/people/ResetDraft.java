package dev.punctual.gateway.people;

/**
 * Whose password is to be reset.
 *
 * @param email their address
 */
record ResetDraft(String email) {}
