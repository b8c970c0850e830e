package dev.punctual.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a task is due: a local time or a date, in a zone. Exactly one of {@code local} and {@code
 * date} is given; {@code at} is the instant that it stands for (of a date: its first moment in the
 * zone).
 */
public record Due(
    @Nullable LocalDateTime local, @Nullable LocalDate date, ZoneId zone, Instant at) {
  public Due {
    if ((local == null) == (date == null)) {
      throw new IllegalArgumentException("a due has either a local time or a date");
    }
  }
}
