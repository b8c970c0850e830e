package dev.punctual.gateway.config;

/**
 * How often somebody may ask one gateway within a minute. 0: as often as they like.
 *
 * @param requests {@code PUNCTUAL_REQUESTS_PER_MINUTE}, of a person; default 1,200
 * @param signIns {@code PUNCTUAL_SIGN_INS_PER_MINUTE}, to an account, and from an address; default
 *     10
 */
public record LimitsConfig(int requests, int signIns) {
  private static final String REQUESTS = "PUNCTUAL_REQUESTS_PER_MINUTE";
  private static final String SIGN_INS = "PUNCTUAL_SIGN_INS_PER_MINUTE";
  private static final int MAX = 1_000_000;

  public LimitsConfig {
    check(REQUESTS, requests);
    check(SIGN_INS, signIns);
  }

  public static LimitsConfig of(Environment environment) {
    return new LimitsConfig(
        number(environment, REQUESTS, "1200"), number(environment, SIGN_INS, "10"));
  }

  private static int number(Environment environment, String name, String otherwise) {
    String text = environment.text(name, otherwise);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, not " + text, e);
    }
  }

  private static void check(String name, int value) {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException(name + " must be from 0 to " + MAX);
    }
  }
}
