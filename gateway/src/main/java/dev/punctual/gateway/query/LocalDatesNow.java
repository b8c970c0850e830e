package dev.punctual.gateway.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Where on Earth it is which date. By our own rules of the zones, since the database may have older
 * ones, or none for a zone.
 *
 * @param ahead the zones that are a day ahead of UTC
 * @param behind those that are a day behind it; in all others it is the date of UTC
 */
record LocalDatesNow(LocalDate utc, List<String> ahead, List<String> behind) {

  static LocalDatesNow at(Instant now) {
    LocalDate utc = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<String> ahead = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      int order = LocalDate.ofInstant(now, ZoneId.of(id)).compareTo(utc);
      if (order != 0) {
        (order > 0 ? ahead : behind).add(id);
      }
    }
    return new LocalDatesNow(utc, ahead, behind);
  }
}
