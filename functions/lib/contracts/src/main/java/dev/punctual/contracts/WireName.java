package dev.punctual.contracts;

/**
 * A constant whose name on the wire is written down, so that renaming it in the code changes
 * nothing.
 */
public interface WireName {
  String wireName();
}
