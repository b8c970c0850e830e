package dev.punctual.gateway.config;

import org.jspecify.annotations.Nullable;

/**
 * A link that signs the first account in once.
 *
 * @param token {@code PUNCTUAL_SIGN_IN_TOKEN}, at least 32 characters; null: there is none
 */
public record SignInConfig(@Nullable String token) {
  private static final int MIN_LENGTH = 32;

  public SignInConfig {
    if (token != null && token.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "PUNCTUAL_SIGN_IN_TOKEN must have at least " + MIN_LENGTH + " characters");
    }
  }

  public static SignInConfig of(Environment environment) {
    return new SignInConfig(environment.textOrNull("PUNCTUAL_SIGN_IN_TOKEN"));
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return token == null ? "no sign-in token" : "a sign-in token";
  }
}
