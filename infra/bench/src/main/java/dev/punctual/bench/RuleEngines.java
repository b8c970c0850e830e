package dev.punctual.bench;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Occurrence;
import dev.punctual.calendar.Recurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.function.Supplier;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The next occurrence of a rule by three engines, in a zone. What can be prepared once for a rule
 * is.
 */
enum RuleEngines {
  PUNCTUAL {
    @Override
    Supplier<Instant> next(String rule, LocalDateTime start, ZoneId zone, Instant now) {
      Recurrence recurrence =
          Recurrence.of(new LocalStart.At(start), zone, rule, List.of(), List.of());
      return () -> recurrence.nextAfter(now).map(Occurrence::at).orElseThrow();
    }
  },
  LIB_RECUR {
    @Override
    Supplier<Instant> next(String rule, LocalDateTime start, ZoneId zone, Instant now) {
      RecurrenceRule parsed = parsed(rule);
      DateTime begin =
          new DateTime(
              TimeZone.getTimeZone(zone),
              start.getYear(),
              start.getMonthValue() - 1,
              start.getDayOfMonth(),
              start.getHour(),
              start.getMinute(),
              0);
      return () -> {
        RecurrenceRuleIterator iterator = parsed.iterator(begin);
        iterator.fastForward(now.toEpochMilli() + 1);
        return Instant.ofEpochMilli(iterator.nextMillis());
      };
    }
  },
  ICAL4J {
    @Override
    Supplier<Instant> next(String rule, LocalDateTime start, ZoneId zone, Instant now) {
      Recur<ZonedDateTime> parsed = new Recur<>(rule);
      return () ->
          Objects.requireNonNull(parsed.getNextDate(start.atZone(zone), now.atZone(zone)))
              .toInstant();
    }
  };

  static {
    // Else it gives up on whatever is further from the start than 1,000 steps.
    System.setProperty(
        "net.fortuna.ical4j.recur.maxincrementcount", Integer.toString(Integer.MAX_VALUE));
  }

  /** What answers with the first occurrence after an instant, again and again. */
  abstract Supplier<Instant> next(String rule, LocalDateTime start, ZoneId zone, Instant now);

  private static RecurrenceRule parsed(String rule) {
    try {
      return new RecurrenceRule(rule);
    } catch (InvalidRecurrenceRuleException e) {
      throw new Broken("lib-recur cannot read " + rule, e);
    }
  }
}
