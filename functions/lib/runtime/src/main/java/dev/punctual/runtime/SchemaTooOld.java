package dev.punctual.runtime;

/** The gateway has not migrated the schema yet. To be waited for. */
final class SchemaTooOld extends RuntimeException {
  SchemaTooOld(int found, int needed) {
    super("the schema has version " + found + ", this function needs " + needed);
  }
}
