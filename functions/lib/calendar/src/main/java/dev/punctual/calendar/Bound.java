package dev.punctual.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Where a rule ends. Every time is inclusive. */
sealed interface Bound {
  record Never() implements Bound {}

  record Count(int matches) implements Bound {}

  record UntilDay(LocalDate day) implements Bound {}

  record UntilLocal(LocalDateTime time) implements Bound {}

  record UntilInstant(Instant instant) implements Bound {}
}
