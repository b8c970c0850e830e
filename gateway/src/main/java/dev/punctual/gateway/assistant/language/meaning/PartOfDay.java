package dev.punctual.gateway.assistant.language.meaning;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the day, as people say it without a clock. */
public enum PartOfDay {
  MORNING,
  AFTERNOON,
  EVENING,
  NIGHT;

  public static @Nullable PartOfDay of(String word) {
    return switch (word) {
      case "morning" -> MORNING;
      case "afternoon" -> AFTERNOON;
      case "evening", "tonight" -> EVENING;
      case "night" -> NIGHT;
      default -> null;
    };
  }

  /** Which of the two times that a clock face shows lies in it. */
  public LocalTime within(LocalTime face) {
    boolean am =
        switch (this) {
          case MORNING -> true;
          case AFTERNOON, EVENING -> false;
          case NIGHT -> face.getHour() < 5 || face.getHour() == 12;
        };
    if (face.getHour() > 12) {
      return face;
    }
    return face.withHour(face.getHour() % 12 + (am ? 0 : 12));
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
