package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void everyZoneIsWrittenAsItsClocksGo() {
    for (String id : ZoneId.getAvailableZoneIds()) {
      if (!id.startsWith("SystemV/")) {
        ZoneId zone = ZoneId.of(id);
        Block written = written(zone);
        for (int year : new int[] {1972, 1995, 2007, 2026, 2027, 2037}) {
          assertThat(Observances.match(written, List.of(zone), year))
              .as(id + " " + year)
              .contains(zone);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "/freeassociation.sourceforge.net/Europe/Berlin, Europe/Berlin",
    "/example.org/20060411/America/Argentina/Buenos_Aires, America/Argentina/Buenos_Aires",
    "Tokyo Standard Time, Asia/Tokyo",
    "(UTC-09:00) Alaska, US/Alaska",
  })
  void namesOfOthersAreUnderstood(String id, String zone) {
    ZoneNames names = new ZoneNames(ZoneId.of("Asia/Tokyo"), 2026);

    assertThat(names.find(id).map(ZoneId::getRules)).contains(ZoneId.of(zone).getRules());
  }

  @Test
  void aNameThatNobodyKnowsMeansWhatItsClocksDo() {
    ZoneNames names = new ZoneNames(NEW_YORK, 2026);
    names.define(renamed(written(NEW_YORK), "Custom 1"));
    names.define(renamed(written(ZoneId.of("Australia/Lord_Howe")), "Custom 2"));

    assertThat(names.find("Custom 1")).contains(NEW_YORK);
    assertThat(names.find("Custom 2").map(ZoneId::getRules))
        .contains(ZoneId.of("Australia/Lord_Howe").getRules());
    assertThat(names.find("Custom 3")).isEmpty();
    assertThat(names.find("")).isEmpty();
    assertThat(names.find("+02:00")).isEmpty();
  }

  @Test
  void badZonesAreNotKnown() {
    ZoneNames names = new ZoneNames(NEW_YORK, 2026);
    for (String body :
        List.of(
            "",
            "BEGIN:STANDARD\nEND:STANDARD\n",
            "BEGIN:STANDARD\nDTSTART:x\nTZOFFSETFROM:+9999\nTZOFFSETTO:+0100\nEND:STANDARD\n",
            "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0113\nTZOFFSETTO:+0113\n"
                + "RRULE:FREQ=SECONDLY\nEND:STANDARD\n")) {
      names.define(block("BEGIN:VTIMEZONE\nTZID:Mars\n" + body + "END:VTIMEZONE\n"));
      assertThat(names.find("Mars")).as(body).isEmpty();
    }
  }

  private static Block written(ZoneId zone) {
    CalendarText text = new CalendarText();
    ZoneWriter.write(text, zone);
    return block(new String(text.bytes(), UTF_8));
  }

  private static Block renamed(Block zone, String id) {
    List<Line> lines = new ArrayList<>(zone.lines());
    lines.replaceAll(
        line -> line.name().equals("TZID") ? new Line("TZID", line.parameters(), id) : line);
    return new Block(zone.name(), lines, zone.blocks(), false);
  }

  private static Block block(String text) {
    List<Block> blocks = new ArrayList<>();
    CalendarFile.read(
        new StringReader("BEGIN:VCALENDAR\r\n" + text + "END:VCALENDAR\r\n"), blocks::add);
    return blocks.getFirst();
  }
}
