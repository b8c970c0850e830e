package dev.punctual.runtime.secrets;

/** Where secrets come from. Asked anew whenever one is used, so that a changed one is taken up. */
public interface Secrets {
  /** The name of the database's password. */
  String DATABASE_PASSWORD = "database-password";

  /**
   * The secret of this name.
   *
   * @throws SecretMissing naming the secret and the store that does not have it
   */
  String secret(String name);
}
