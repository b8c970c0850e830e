package dev.punctual.gateway.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In the years 1 to 9999, a DATE or DATE-TIME of a calendar file (RFC 5545 §3.3.4, §3.3.5): exactly
 * one of {@code date} and {@code time} is given.
 *
 * @param zone null: floating; UTC itself for the form that ends in Z
 */
record When(@Nullable LocalDate date, @Nullable LocalDateTime time, @Nullable ZoneId zone) {
  static final ZoneId UTC = ZoneId.of("UTC");

  private static final Pattern FORM = Pattern.compile("\\d{8}(T\\d{6}Z?)?");
  private static final DateTimeFormatter DATE = strict("uuuuMMdd");
  private static final DateTimeFormatter TIME = strict("uuuuMMdd'T'HHmmss");

  /**
   * Reads a value.
   *
   * @param zone of a time that does not end in Z; null: floating
   */
  static Optional<When> read(String value, @Nullable ZoneId zone) {
    String text = value.strip().toUpperCase(Locale.ROOT);
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (text.length() == 8) {
        LocalDate date = LocalDate.parse(text, DATE);
        return date.getYear() < 1 ? Optional.empty() : Optional.of(new When(date, null, zone));
      }
      boolean utc = text.endsWith("Z");
      LocalDateTime time = LocalDateTime.parse(text.substring(0, 15), TIME);
      return time.getYear() < 1
          ? Optional.empty()
          : Optional.of(new When(null, time, utc ? UTC : zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An instant in the form that ends in Z; empty when it is in no such form. */
  static Optional<Instant> instant(String value) {
    return value.strip().endsWith("Z")
        ? read(value, null)
            .flatMap(when -> Optional.ofNullable(when.time()))
            .map(time -> time.toInstant(ZoneOffset.UTC))
        : Optional.empty();
  }

  /** In the form of a series' start and its occurrences. */
  String local() {
    return date != null ? date.toString() : String.valueOf(time);
  }

  static String write(LocalDate date) {
    return DATE.format(date);
  }

  static String write(LocalDateTime time) {
    return TIME.format(time);
  }

  static String write(Instant instant) {
    return TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
  }

  /** From the form of a series' start, of its occurrences and their exceptions. */
  static String writeLocal(String local) {
    return local.length() == 10 ? write(LocalDate.parse(local)) : write(LocalDateTime.parse(local));
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
