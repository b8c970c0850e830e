package dev.punctual.gateway.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuickAddIT {
  private static final String PREVIEW = "/api/v1/quick-add/preview";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();

  @Test
  void aLineIsReadAsTheTaskThatItWouldBe() {
    Answer read = preview("buy milk on 2040-03-14 at 14:00 #errands p1");

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.field("series")).isNull();
    assertThat(read.field("parts"))
        .isEqualTo(
            List.of(
                part(0, 8, "title", "buy milk"),
                part(9, 22, "date", "2040-03-14"),
                part(23, 31, "time", "14:00"),
                part(32, 40, "tag", "errands"),
                part(41, 43, "priority", "high")));

    Answer created = ada.post("/api/v1/tasks", Json.write(read.field("task")));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("due.at")).isEqualTo("2040-03-14T18:00:00Z");
    assertThat(created.text("title")).isEqualTo("Buy milk");
  }

  @Test
  void aLineThatRecursIsReadAsASeries() {
    Answer read = preview("every Friday at 2 PM remind me to submit my weekly report");

    assertThat(read.field("task")).isNull();
    Answer created = ada.post("/api/v1/series", Json.write(read.field("series")));

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=FR");
    assertThat(created.text("title")).isEqualTo("Submit my weekly report");
    assertThat(created.field("reminders")).asString().contains("before=PT0S");
  }

  @Test
  void aLineIsReadAsOnTheDayOnWhichItWasWritten() {
    Instant now = Instant.now();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

    assertThat(writtenAt(now.minus(Duration.ofDays(7))).text("task.due.date"))
        .isBetween(today.minusDays(7).toString(), today.minusDays(5).toString());
    assertThat(writtenAt(now.plus(Duration.ofDays(7))).text("task.due.date"))
        .as("a clock that is ahead")
        .isBetween(today.toString(), today.plusDays(2).toString());
    assertThat(writtenAt(now.minus(Duration.ofDays(31))).text("code")).isEqualTo("invalid-value");
  }

  @Test
  void whatIsUnclearIsSaidAndCountsForNothing() {
    Answer read = preview("pay on February 30");

    assertThat(read.field("task.due")).isNull();
    assertThat(read.field("parts"))
        .isEqualTo(
            List.of(
                part(0, 3, "title", "pay"),
                part(4, 18, "unclear", "The calendar has no February 30. Which day do you mean?")));
  }

  @Test
  void aLineThatIsTooLongIsRefused() {
    Answer refused = preview("a".repeat(2_001));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("too-long");
    assertThat(preview("a ".repeat(1_000)).status()).isEqualTo(200);
  }

  private Answer writtenAt(Instant moment) {
    return ada.post(
        PREVIEW, Json.write(Map.of("text", "pay tomorrow", "writtenAt", moment.toString())));
  }

  private Answer preview(String text) {
    return ada.post(PREVIEW, Json.write(Map.of("text", text)));
  }

  private static Map<String, Object> part(long from, long to, String kind, String value) {
    return Map.of("from", from, "to", to, "kind", kind, "value", value);
  }
}
