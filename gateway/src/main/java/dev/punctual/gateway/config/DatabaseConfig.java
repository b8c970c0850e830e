package dev.punctual.gateway.config;

/**
 * Where PostgreSQL is. The password is the secret {@code database-password}.
 *
 * @param url {@code PUNCTUAL_DATABASE_URL}, JDBC; required
 * @param user {@code PUNCTUAL_DATABASE_USER}; default {@code punctual}
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
        environment.text("PUNCTUAL_DATABASE_USER", "punctual"));
  }
}
