package dev.punctual.gateway.assistant.language.meaning;

import java.time.LocalTime;

/**
 * At what time of day a person means morning, afternoon, evening and night.
 *
 * @param morning when their working day begins: from there, a date without a time counts as well
 */
public record Habits(LocalTime morning, LocalTime afternoon, LocalTime evening, LocalTime night) {
  /** Of somebody who has said nothing. */
  public static final Habits USUAL =
      new Habits(LocalTime.of(9, 0), LocalTime.of(15, 0), LocalTime.of(18, 0), LocalTime.of(21, 0));

  public LocalTime at(PartOfDay part) {
    return switch (part) {
      case MORNING -> morning;
      case AFTERNOON -> afternoon;
      case EVENING -> evening;
      case NIGHT -> night;
    };
  }
}
