package dev.punctual.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.json.Json.UnknownFields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  record Inner(LocalDateTime local) {}

  record Outer(
      String name,
      @Nullable Priority priority,
      int count,
      List<Inner> inner,
      @Nullable Instant at,
      @Nullable Boolean done) {}

  @Test
  void aRecordSurvivesTheRoundTrip() {
    Outer outer =
        new Outer(
            "ünïcødé \"quoted\" \u0000 🕰",
            Priority.LOW,
            -3,
            List.of(new Inner(LocalDateTime.parse("2026-03-08T02:30:15"))),
            Instant.parse("2026-03-08T07:30:15Z"),
            null);

    assertThat(read(Json.write(outer))).isEqualTo(outer);
  }

  @Test
  void anInstantMayComeWithAnOffset() {
    assertThat(read("{\"name\":\"\",\"count\":1,\"at\":\"2026-03-08T09:30:15+02:00\"}").at())
        .isEqualTo(Instant.parse("2026-03-08T07:30:15Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"count\":1} | name | name is required",
        "{\"name\":1,\"count\":1} | name | name must be a string",
        "{\"name\":\"\",\"count\":1.5} | count | count must be a whole number",
        "{\"name\":\"\",\"count\":99999999999} | count | count must be a whole number",
        "{\"name\":\"\",\"count\":\"1\"} | count | count must be a whole number",
        "{\"name\":\"\",\"count\":1,\"priority\":\"urgent\"} | priority | priority must be one of high, medium, low",
        "{\"name\":\"\",\"count\":1,\"inner\":{}} | inner | inner must be a list",
        "{\"name\":\"\",\"count\":1,\"inner\":[{\"local\":\"14:00\"}]} | inner[0].local | inner[0].local must be a local time such as 2026-11-27T14:00",
        "{\"name\":\"\",\"count\":1,\"inner\":[null]} | inner[0] | inner[0] must be an object",
        "{\"name\":\"\",\"count\":1,\"nmae\":2} | nmae | there is no field nmae; known are name, priority, count, inner, at, done",
        "[] | '' | this must be an object",
      })
  void aRefusalNamesTheFieldAndWhatWouldBeRight(String json, String field, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            JsonRefused.class, refused -> assertThat(refused.field()).isEqualTo(field))
        .hasMessage(message);
  }

  @Test
  void aFieldThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}"))
        .isInstanceOfSatisfying(
            JsonRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(JsonRefused.Reason.SYNTAX));
  }

  private static Outer read(String json) {
    return Json.bind(Json.parse(json), Outer.class, UnknownFields.REFUSE);
  }
}
