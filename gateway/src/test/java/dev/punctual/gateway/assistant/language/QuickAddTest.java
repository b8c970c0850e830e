package dev.punctual.gateway.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.calendar.LocalStart;
import dev.punctual.calendar.Recurrence;
import dev.punctual.gateway.assistant.language.add.QuickAdd;
import dev.punctual.gateway.assistant.language.meaning.Habits;
import dev.punctual.gateway.assistant.language.meaning.Speaker;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Wording;
import dev.punctual.gateway.series.SeriesDraft;
import dev.punctual.gateway.task.TaskDraft;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class QuickAddTest {
  private static final Speaker WEDNESDAY = Examples.WEDNESDAY;

  @TestFactory
  Stream<DynamicTest> understands() {
    return Examples.read("quick-add.txt").entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> {
                      QuickAdd read = QuickAdd.of(example.getKey(), WEDNESDAY);
                      assertThat(Told.drafts(read) + "\n" + Told.parts(read, example.getKey()))
                          .isEqualTo(example.getValue());
                    }));
  }

  @Test
  void whatIsUnderstoodPassesTheParsersOfTheForm() {
    for (String sentence : Examples.read("quick-add.txt").keySet()) {
      QuickAdd read = QuickAdd.of(sentence, WEDNESDAY);
      SeriesDraft series = read.series();
      if (series != null) {
        Recurrence rule =
            Recurrence.of(
                LocalStart.parse(series.start()),
                WEDNESDAY.zone(),
                series.rule(),
                List.of(),
                List.of());
        assertThat(rule.next(null).orElseThrow().at()).as(sentence).isAfter(WEDNESDAY.now());
      }
      TaskDraft task = read.task();
      if (task != null && !task.title().isEmpty()) {
        assertThat(Wording.of(task.title(), null, task.tags())).isInstanceOf(Accepted.class);
      }
    }
  }

  @Test
  void aTimeThatTheZoneLeavesOutIsStillTheTimeThatWasSaid() {
    Speaker beforeSpring =
        new Speaker(
            Instant.parse("2026-03-07T15:00:00Z"), ZoneId.of("America/New_York"), Habits.USUAL);

    QuickAdd read = QuickAdd.of("tomorrow at 02:30 check the servers", beforeSpring);

    assertThat(Told.drafts(read))
        .isEqualTo("task {title:Check the servers, due:{local:2026-03-08T02:30}}");
  }

  @Test
  void tenThousandHostileCharactersTakeAsLongAsTheyAreMany() {
    for (String piece :
        List.of(
            "every ",
            "at 9 ",
            "\u201c",
            "\"",
            "1h ",
            "and ",
            "#",
            "tags: a, ",
            "the last ",
            "monday, ",
            "in 3 ",
            "\ud83c\udf55",
            "\ud83c",
            ":",
            "every 1st and ")) {
      String text = piece.repeat(10_000 / piece.length());
      QuickAdd read = QuickAdd.of(text, WEDNESDAY);
      assertThat(read.parts()).as(piece).isNotNull();
    }
  }

  @Property(tries = 2_000)
  void anyTextGivesPartsInOrderWithinIt(@ForAll @StringLength(max = 80) String text) {
    int at = 0;
    for (QuickAdd.Part part : QuickAdd.of(text, WEDNESDAY).parts()) {
      assertThat(part.from()).isGreaterThanOrEqualTo(at);
      assertThat(part.to()).isGreaterThanOrEqualTo(part.from()).isLessThanOrEqualTo(text.length());
      at = part.to();
    }
  }
}
