package dev.punctual.gateway.assistant.language.meaning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Who speaks, and when: all that a sentence's meaning depends on beside its words. */
public record Speaker(Instant now, ZoneId zone, Habits habits) {

  public LocalDateTime local() {
    return LocalDateTime.ofInstant(now, zone);
  }

  public LocalDate today() {
    return local().toLocalDate();
  }
}
