package dev.punctual.gateway.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * When the timekeeper looks for what nobody told it of.
 *
 * @param recoveryAfter {@code PUNCTUAL_RECOVERY_AFTER}, ISO 8601, from one second to a day; default
 *     {@code PT5M}: what is past due by this much without timer or effect comes again; also how
 *     often that is looked for
 * @param sweepEvery {@code PUNCTUAL_SWEEP_EVERY}, ISO 8601, from one second to a day; default
 *     {@code PT2S}: nothing that is due waits longer, whatever became of its wake-up
 */
public record TimekeeperConfig(Duration recoveryAfter, Duration sweepEvery) {
  private static final String RECOVERY_AFTER = "PUNCTUAL_RECOVERY_AFTER";
  private static final String SWEEP_EVERY = "PUNCTUAL_SWEEP_EVERY";

  public TimekeeperConfig {
    check(RECOVERY_AFTER, recoveryAfter);
    check(SWEEP_EVERY, sweepEvery);
  }

  public static TimekeeperConfig of(Environment environment) {
    return new TimekeeperConfig(
        duration(RECOVERY_AFTER, environment.text(RECOVERY_AFTER, "PT5M")),
        duration(SWEEP_EVERY, environment.text(SWEEP_EVERY, "PT2S")));
  }

  private static void check(String name, Duration value) {
    if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(name + " must be from PT1S to P1D");
    }
  }

  private static Duration duration(String name, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + " must be an ISO 8601 duration such as PT5M, not " + text, e);
    }
  }
}
