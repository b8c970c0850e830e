package dev.punctual.gateway.config;

import dev.punctual.runtime.secrets.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A link that signs the first account in once.
 *
 * @param token at least 32 characters: {@code PUNCTUAL_SIGN_IN_TOKEN}, or the secret {@code
 *     sign-in-token} where {@code PUNCTUAL_SECRET_REF_SIGN_IN_TOKEN} says where it is; null: there
 *     is none
 * @param renewed whether each start has another one: {@code ./punctual up} gives it by the variable
 */
public record SignInConfig(@Nullable String token, boolean renewed) {
  private static final int MIN_LENGTH = 32;

  public SignInConfig {
    if (token != null && token.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "PUNCTUAL_SIGN_IN_TOKEN must have at least " + MIN_LENGTH + " characters");
    }
  }

  public static SignInConfig of(Environment environment, Secrets secrets) {
    if (environment.textOrNull("PUNCTUAL_SECRET_REF_SIGN_IN_TOKEN") != null) {
      return new SignInConfig(secrets.secret("sign-in-token"), false);
    }
    String token = environment.textOrNull("PUNCTUAL_SIGN_IN_TOKEN");
    return new SignInConfig(token, token != null);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return token == null ? "no sign-in token" : "a sign-in token";
  }
}
