package dev.punctual.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Priority;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.gateway.query.Expression.All;
import dev.punctual.gateway.query.Expression.Any;
import dev.punctual.gateway.query.Expression.Contains;
import dev.punctual.gateway.query.Expression.InStatus;
import dev.punctual.gateway.query.Expression.Not;
import dev.punctual.gateway.query.Expression.Prioritised;
import dev.punctual.gateway.query.Expression.Tagged;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

  @Test
  void wordsAndPhrasesAreAllToBeFound() {
    assertThat(read("quarterly \"tax report\""))
        .isEqualTo(new All(List.of(new Contains("quarterly"), new Contains("tax report"))));
    assertThat(read("\"say \\\"no\\\" \\\\ often\""))
        .isEqualTo(new Contains("say \"no\" \\ often"));
    assertThat(read("  ")).isEqualTo(new Expression.Everything());
  }

  @Test
  void orBindsLessThanWhatStandsSideBySide() {
    assertThat(read("a b OR c"))
        .isEqualTo(
            new Any(
                List.of(
                    new All(List.of(new Contains("a"), new Contains("b"))), new Contains("c"))));
    assertThat(read("a (b OR c)"))
        .isEqualTo(
            new All(
                List.of(
                    new Contains("a"), new Any(List.of(new Contains("b"), new Contains("c"))))));
    assertThat(read("a or b")).isInstanceOf(All.class);
  }

  @Test
  void aMinusExcludesWhatFollowsAtOnce() {
    assertThat(read("-tag:home")).isEqualTo(new Not(new Tagged("home")));
    assertThat(read("-(a OR b)"))
        .isEqualTo(new Not(new Any(List.of(new Contains("a"), new Contains("b")))));
    assertThat(read("report - draft"))
        .isEqualTo(
            new All(List.of(new Contains("report"), new Contains("-"), new Contains("draft"))));
    assertThat(read("e-mail")).isEqualTo(new Contains("e-mail"));
    assertThat(read("--x")).isEqualTo(new Not(new Contains("-x")));
  }

  @Test
  void aValueMayBeInQuotesAndInCapitals() {
    assertThat(read("tag:\"At Home\"")).isEqualTo(new Tagged("at home"));
    assertThat(read("Status:COMPLETED")).isEqualTo(new InStatus(TaskStatus.COMPLETED));
    assertThat(read("10:30")).isEqualTo(new Contains("10:30"));
  }

  @Test
  void prioritiesHaveAnOrder() {
    assertThat(read("priority>=medium")).isEqualTo(prioritised(Priority.HIGH, Priority.MEDIUM));
    assertThat(read("priority>medium")).isEqualTo(prioritised(Priority.HIGH));
    assertThat(read("priority<medium")).isEqualTo(prioritised(Priority.LOW));
    assertThat(read("priority<=medium")).isEqualTo(prioritised(Priority.MEDIUM, Priority.LOW));
    assertThat(read("priority:low")).isEqualTo(prioritised(Priority.LOW));
    assertThat(read("priority>high")).isEqualTo(prioritised());
  }

  @Test
  void duesAreDaysOrNone() {
    assertThat(read("due:this-week"))
        .isEqualTo(new Expression.Due(Operator.IS, Period.Named.THIS_WEEK));
    assertThat(read("due<2026-12-01"))
        .isEqualTo(new Expression.Due(Operator.LESS, new Period.On(LocalDate.parse("2026-12-01"))));
    assertThat(read("due:none")).isEqualTo(new Not(new Expression.HasDue()));
    assertThat(read("due:overdue")).isEqualTo(read("is:overdue"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a (b c|2|query-syntax",
        "a b)|3|query-syntax",
        "a ()|3|query-syntax",
        "OR a|0|query-syntax",
        "a OR|4|query-syntax",
        "a OR OR b|5|query-syntax",
        "-OR|1|query-syntax",
        "say \"no|4|query-syntax",
        "say \"\"|4|query-syntax",
        "a tag:|6|query-syntax",
        "a tag: b|6|query-syntax",
        "a prioritty:high|2|query-unknown-key",
        "http://example.net|0|query-unknown-key",
        "priority:hihg|9|query-unknown-value",
        "is:done|3|query-unknown-value",
        "due:2026-02-30|4|query-unknown-value",
        "due:20261201|4|query-unknown-value",
        "due:0000-01-01|4|query-unknown-value",
        "completed:none|10|query-unknown-value",
        "due<none|3|query-operator",
        "tag<work|3|query-operator",
        "is>=open|2|query-operator",
      })
  void aMistakeNamesItsPlace(String text, int position, String code) {
    assertThat(Query.parse(text))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.position()).isEqualTo(position);
              assertThat(unreadable.code().wireName()).isEqualTo(code);
              assertThat(unreadable.message()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "prioritty:high,priority",
    "tags:work,tag",
    "stauts:open,status",
    "dues:today,due",
    "status:complete,completed",
    "due:tomorow,tomorrow",
    "due:this_week,this-week"
  })
  void whatIsMisspeltIsAnsweredWithWhatMayBeMeant(String text, String meant) {
    assertThat(((Unreadable) Query.parse(text)).suggestions()).first().isEqualTo(meant);
  }

  @Test
  void aQueryIsBounded() {
    assertThat(code("x".repeat(1_001))).isEqualTo("query-too-long");
    assertThat(code("\uD83D\uDE00".repeat(1_000))).isEmpty();
    assertThat(code("a ".repeat(50))).isEmpty();
    assertThat(((Unreadable) Query.parse("a ".repeat(51))).position()).isEqualTo(100);
    assertThat(code("a ".repeat(51))).isEqualTo("query-too-many-terms");
    assertThat(code("(".repeat(32) + "a" + ")".repeat(32))).isEmpty();
    assertThat(code("(".repeat(33) + "a" + ")".repeat(33))).isEqualTo("query-too-deep");
    assertThat(code("(".repeat(1_000))).isEqualTo("query-too-deep");
    assertThat(code("-".repeat(1_000))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\uD800", "\"x\u0007\"", "tag:\uDC00"})
  void whatNoTaskCanHoldIsRefused(String text) {
    assertThat(code(text)).isEqualTo("query-syntax");
  }

  private static Prioritised prioritised(Priority... priorities) {
    return new Prioritised(List.of(priorities));
  }

  private static Expression read(String text) {
    return Query.parse(text).orRefuse("q").expression();
  }

  private static String code(String text) {
    return switch (Query.parse(text)) {
      case Query query -> "";
      case Unreadable unreadable -> unreadable.code().wireName();
    };
  }
}
