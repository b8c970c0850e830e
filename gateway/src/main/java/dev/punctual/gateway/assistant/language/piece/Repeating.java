package dev.punctual.gateway.assistant.language.piece;

import dev.punctual.gateway.assistant.language.meaning.PartOfDay;
import org.jspecify.annotations.Nullable;

/**
 * How something recurs, without its phase and end.
 *
 * @param frequency of RFC 5545
 * @param interval from 1
 * @param by further parts of the rule, such as {@code BYDAY=FR}; empty: none
 * @param fromCompletion counted from when it was done
 * @param part at what part of the day; null: not said
 */
public record Repeating(
    String frequency, int interval, String by, boolean fromCompletion, @Nullable PartOfDay part) {

  public static Repeating of(String frequency, int interval, String by) {
    return new Repeating(frequency, interval, by, false, null);
  }

  public Repeating by(String parts) {
    return new Repeating(frequency, interval, parts, fromCompletion, part);
  }

  public Repeating at(PartOfDay when) {
    return new Repeating(frequency, interval, by, fromCompletion, when);
  }

  public Repeating counted() {
    return new Repeating(frequency, interval, by, true, part);
  }

  public boolean isSubDaily() {
    return frequency.equals("HOURLY") || frequency.equals("MINUTELY");
  }

  /** The rule without its interval: what its first occurrence is looked for with. */
  public String everyOne() {
    return "FREQ=" + frequency + by(by, "");
  }

  /**
   * The rule.
   *
   * @param end such as {@code COUNT=3}; empty: it has none
   */
  public String rule(String end) {
    return "FREQ=" + frequency + (interval == 1 ? "" : ";INTERVAL=" + interval) + by(by, end);
  }

  private static String by(String by, String end) {
    return (by.isEmpty() ? "" : ";" + by) + (end.isEmpty() ? "" : ";" + end);
  }
}
