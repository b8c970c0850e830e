package dev.punctual.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.event.CloudEvents.Known;
import dev.punctual.contracts.event.CloudEvents.Malformed;
import dev.punctual.contracts.event.CloudEvents.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {
  private final String sample =
      new String(CloudEvents.encode(Samples.envelope(EventType.REMINDER_DUE)), UTF_8);

  @Test
  void aFieldMoreIsNoMatter() {
    String newer =
        sample.replace("\"revision\":1", "\"revision\":1,\"newer\":{\"than\":[\"this\"]}");

    assertThat(decode(newer)).isEqualTo(decode(sample)).isInstanceOf(Known.class);
  }

  @Test
  void aTypeOfALaterVersionIsUnknown() {
    assertThat(decode(sample.replace("reminder.due", "reminder.dreamt")))
        .isInstanceOfSatisfying(
            Unknown.class, event -> assertThat(event.type()).isEqualTo("reminder.dreamt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"specversion\":\"1.0\"}",
        "{\"specversion\":\"0.3\",\"id\":\"1\",\"type\":\"reminder.due\"}",
        "{\"specversion\":\"1.0\",\"id\":7,\"type\":\"reminder.due\"}",
        "{\"specversion\":\"1.0\",\"id\":\"x\",\"type\":\"reminder.due\",\"data\":{}}",
        "{\"specversion\":\"1.0\",\"id\":\"x\",\"id\":\"y\",\"type\":\"reminder.dreamt\"}",
      })
  void whatIsNoEventIsMalformed(String value) {
    assertThat(decode(value)).isInstanceOf(Malformed.class);
  }

  @Test
  void aRequiredFieldThatIsMissingIsNamed() {
    assertThat(decode(sample.replace("\"revision\":1,", "")))
        .isEqualTo(new Malformed("revision is required"));
  }

  @Test
  void bytesThatAreNoTextAreMalformed() {
    assertThat(CloudEvents.decode(new byte[] {(byte) 0xff, 0, 1, 2})).isInstanceOf(Malformed.class);
  }

  @Test
  void nestingIsBounded() {
    assertThat(decode("[".repeat(100_000))).isInstanceOf(Malformed.class);
  }

  @Test
  void anEventOf900KilobytesIsMalformed() {
    assertThat(CloudEvents.decode(new byte[900 * 1024]))
        .isInstanceOfSatisfying(
            Malformed.class, event -> assertThat(event.reason()).contains("262144"));
  }

  private static CloudEvents.Decoded decode(String value) {
    return CloudEvents.decode(value.getBytes(UTF_8));
  }
}
