package dev.punctual.gateway.config;

import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Login;

/**
 * Where PostgreSQL is. The password is the secret {@code database-password}.
 *
 * @param url {@code PUNCTUAL_DATABASE_URL}, JDBC; required
 * @param user {@code PUNCTUAL_DATABASE_USER}; default {@code punctual_app}
 */
public record DatabaseConfig(String url, String user) {
  public DatabaseConfig {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new IllegalArgumentException(
          "PUNCTUAL_DATABASE_URL must begin with jdbc:postgresql://");
    }
  }

  public static DatabaseConfig of(Environment environment) {
    return new DatabaseConfig(
        environment.text("PUNCTUAL_DATABASE_URL", ""),
        environment.text("PUNCTUAL_DATABASE_USER", "punctual_app"));
  }

  /** As whom the gateway comes. */
  public Login login(Secrets secrets) {
    return new Login(user, secrets.secret(Secrets.DATABASE_PASSWORD));
  }

  /**
   * Who owns the tables and migrates them: {@code PUNCTUAL_DATABASE_OWNER}, default {@code
   * punctual}, with the secret {@code database-owner-password}. Only the command {@code migrate}
   * knows them.
   */
  public static Login owner(Environment environment, Secrets secrets) {
    return new Login(
        environment.text("PUNCTUAL_DATABASE_OWNER", "punctual"),
        secrets.secret(Secrets.DATABASE_OWNER_PASSWORD));
  }
}
