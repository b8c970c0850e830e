package dev.punctual.gateway.people;

import dev.punctual.gateway.http.Access;

/**
 * A token as a person asks for it.
 *
 * @param name what it is for, 1 to 80 characters
 * @param scope {@code read}, or {@code write}, which includes it
 */
record ApiTokenDraft(String name, Access.Scope scope) {}
