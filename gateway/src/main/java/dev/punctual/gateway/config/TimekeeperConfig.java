package dev.punctual.gateway.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * When something counts as lost.
 *
 * @param recoveryAfter {@code PUNCTUAL_RECOVERY_AFTER}, ISO 8601, from one second to a day; default
 *     {@code PT5M}: what is past due by this much without timer or effect comes again; also how
 *     often that is looked for
 */
public record TimekeeperConfig(Duration recoveryAfter) {
  public TimekeeperConfig {
    if (recoveryAfter.compareTo(Duration.ofSeconds(1)) < 0
        || recoveryAfter.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "PUNCTUAL_RECOVERY_AFTER must be from PT1S to P1D, such as PT5M");
    }
  }

  public static TimekeeperConfig of(Environment environment) {
    String text = environment.text("PUNCTUAL_RECOVERY_AFTER", "PT5M");
    try {
      return new TimekeeperConfig(Duration.parse(text));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "PUNCTUAL_RECOVERY_AFTER must be an ISO 8601 duration such as PT5M, not " + text, e);
    }
  }
}
