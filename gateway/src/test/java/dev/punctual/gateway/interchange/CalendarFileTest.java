package dev.punctual.gateway.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.gateway.http.Refused;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFileTest {

  @Test
  void readsLinesFoldedAndQuotedInAnyLineEnding() {
    List<Block> blocks =
        read(
            "BEGIN:VCALENDAR\rVERSION:2.0\nBEGIN:VTODO\r\nSUMMARY;LANGUAGE=en:a: b; c=\"d\"\\, \r\n"
                + " e\\n\n\tf ☃ 🎉\nDUE;TZID=\"Europe/Berlin\":20260306T140000\n"
                + "BEGIN:VALARM\nTRIGGER:-PT15M\nEND:VALARM\nEND:VTODO\nEND:VCALENDAR\n");

    assertThat(blocks).hasSize(1);
    Block todo = blocks.getFirst();
    assertThat(todo.text("SUMMARY")).isEqualTo("a: b; c=\"d\", e\nf ☃ 🎉");
    assertThat(todo.first("DUE").orElseThrow().parameter("TZID")).isEqualTo("Europe/Berlin");
    assertThat(todo.blocks().getFirst().value("TRIGGER")).isEqualTo("-PT15M");
    assertThat(todo.cut()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "{\"title\":\"t\"}",
        "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\nVERSION:2.0\n",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:t\n",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:t",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY;X=\"t\nEND:VTODO\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:t\nEND:VEVENT\nEND:VCALENDAR\n",
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:t\nEND:VCALENDAR\n",
        "END:VCALENDAR\n",
        "\u0000\u0001\u0002\u0003"
      })
  void refusesWhatIsNoCalendarFile(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Refused.class);
  }

  @Test
  void refusesComponentsWithinComponentsWithoutEnd() {
    Reader bomb = repeated("BEGIN:VCALENDAR\n", "BEGIN:VALARM\n", 1_000_000);

    assertThatThrownBy(() -> CalendarFile.read(bomb, block -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("nested");
  }

  @Test
  void refusesMoreComponentsThanItReads() {
    Reader bomb = repeated("BEGIN:VCALENDAR\n", "BEGIN:VTODO\nEND:VTODO\n", Blocks.MAX_BLOCKS + 1);

    assertThatThrownBy(() -> CalendarFile.read(bomb, block -> {}))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("100000");
  }

  @Test
  void aLineWithoutEndIsCutAndCostsNoMore() {
    Reader line =
        new BufferedReader(
            new Concatenated(
                List.of(
                    new StringReader("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:"),
                    new Endless("x", 50_000_000),
                    new StringReader("\nPRIORITY:1\nEND:VTODO\nEND:VCALENDAR\n"))));
    List<Block> blocks = new ArrayList<>();

    CalendarFile.read(line, blocks::add);

    assertThat(blocks.getFirst().value("SUMMARY")).hasSizeLessThan(UnfoldedReader.MAX_LINE);
    assertThat(blocks.getFirst().value("PRIORITY")).isEqualTo("1");
  }

  @Test
  void aComponentWithoutEndIsCutAndCostsNoMore() {
    Reader component =
        new BufferedReader(
            new Concatenated(
                List.of(
                    new StringReader("BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:t\n"),
                    new Endless("X-NOISE:x\n", 20_000_000),
                    new StringReader("END:VTODO\nEND:VCALENDAR\n"))));
    List<Block> blocks = new ArrayList<>();

    CalendarFile.read(component, blocks::add);

    assertThat(blocks.getFirst().cut()).isTrue();
    assertThat(blocks.getFirst().text("SUMMARY")).isEqualTo("t");
    assertThat(blocks.getFirst().lines()).hasSizeLessThan(Blocks.MAX_SIZE / 100);
  }

  private static List<Block> read(String text) {
    List<Block> blocks = new ArrayList<>();
    CalendarFile.read(new StringReader(text), blocks::add);
    return blocks;
  }

  private static Reader repeated(String head, String text, int times) {
    return new BufferedReader(
        new Concatenated(
            List.of(new StringReader(head), new Endless(text, (long) text.length() * times))));
  }
}
