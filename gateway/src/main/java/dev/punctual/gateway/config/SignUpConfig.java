package dev.punctual.gateway.config;

import dev.punctual.contracts.WireName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Who may make an account.
 *
 * @param mode {@code PUNCTUAL_SIGN_UP}; default {@code closed}
 */
public record SignUpConfig(Mode mode) {
  private static final String SIGN_UP = "PUNCTUAL_SIGN_UP";

  /** Who. */
  public enum Mode implements WireName {
    /** Everybody. */
    OPEN,
    /** Whom an administrator invited. */
    INVITATION,
    /** Nobody. */
    CLOSED;

    @Override
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static SignUpConfig of(Environment environment) {
    return new SignUpConfig(mode(environment, SIGN_UP));
  }

  /** What a variable says, else {@code PUNCTUAL_SIGN_UP}. */
  static Mode mode(Environment environment, String variable) {
    String otherwise = environment.text(SIGN_UP, Mode.CLOSED.wireName());
    String text = environment.text(variable, otherwise);
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Arrays.stream(Mode.values())
                        .map(Mode::wireName)
                        .collect(Collectors.joining(", ", variable + " must be one of ", ""))));
  }
}
