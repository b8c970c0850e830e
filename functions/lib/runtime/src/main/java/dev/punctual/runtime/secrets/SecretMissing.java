package dev.punctual.runtime.secrets;

/** A secret that is not there. The message names it and the store, never a value. */
public final class SecretMissing extends RuntimeException {
  public SecretMissing(String name, String store) {
    super("the secret " + name + " is not in " + store);
  }
}
