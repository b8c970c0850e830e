package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Content lines as they are written: folded after 75 octets (RFC 5545 §3.1). */
final class CalendarText {
  private static final int MAX_OCTETS = 75;

  private final StringBuilder text = new StringBuilder();

  /** A line whose value needs no escapes. */
  void line(String name, String value) {
    String line = name + ":" + value;
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = octets(character);
      if (octets + size > MAX_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    text.append("\r\n");
  }

  /** A line of TEXT; none when there is nothing to say. */
  void text(String name, String value) {
    if (!value.isEmpty()) {
      line(name, Escapes.escape(value));
    }
  }

  /**
   * A local time.
   *
   * @param zone null: floating
   */
  void time(String name, LocalDateTime time, @Nullable ZoneId zone) {
    line(zone == null ? name : name + ";TZID=" + zone, When.write(time));
  }

  void date(String name, LocalDate date) {
    line(name + ";VALUE=DATE", When.write(date));
  }

  /**
   * A local time or a date, in the form of a series' start.
   *
   * @param zone null: floating
   */
  void local(String name, String local, @Nullable ZoneId zone) {
    if (local.length() == 10) {
      date(name, LocalDate.parse(local));
    } else {
      time(name, LocalDateTime.parse(local), zone);
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
