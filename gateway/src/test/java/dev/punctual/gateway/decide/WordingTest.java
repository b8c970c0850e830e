package dev.punctual.gateway.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void trimsTheTitleAndTheTagsAndLowersTheTags() {
    assertThat(Wording.of("  Buy milk ", null, List.of(" Home", "home", "ÄÖ ")))
        .isEqualTo(new Accepted<>(new Wording("Buy milk", "", List.of("home", "äö"))));
  }

  @Test
  void countsCodePointsAndNotHalvesOfThem() {
    assertThat(title("😀".repeat(255))).isInstanceOf(Accepted.class);
    rejects(title("😀".repeat(256)), ProblemCode.TOO_LONG, "title");
  }

  @Test
  void refusesATitleOf256Characters() {
    rejects(title("x".repeat(256)), ProblemCode.TOO_LONG, "title");
  }

  @Test
  void refusesATitleOfNothing() {
    rejects(title(" \t\u2003"), ProblemCode.EMPTY, "title");
    rejects(title("\u00a0\u200b"), ProblemCode.EMPTY, "title");
  }

  @Test
  void refusesControlCharactersInATitle() {
    rejects(title("a\u0000b"), ProblemCode.INVALID_TEXT, "title");
    rejects(title("a\nb"), ProblemCode.INVALID_TEXT, "title");
    rejects(title("a\u0085b"), ProblemCode.INVALID_TEXT, "title");
  }

  @Test
  void refusesHalfASurrogatePair() {
    rejects(title("a\ud83d"), ProblemCode.INVALID_TEXT, "title");
  }

  @Test
  void keepsLinesAndTabsInNotesAndMakesLineEndsOne() {
    assertThat(notes("a\r\nb\rc\td\n")).isEqualTo(accepted("a\nb\nc\td\n"));
  }

  @Test
  void refusesOtherControlCharactersInNotes() {
    rejects(notes("a\u0000"), ProblemCode.INVALID_TEXT, "notes");
    rejects(notes("a\u001b[0m"), ProblemCode.INVALID_TEXT, "notes");
  }

  @Test
  void refusesNotesOf20001Characters() {
    assertThat(notes("x".repeat(20_000))).isInstanceOf(Accepted.class);
    rejects(notes("x".repeat(20_001)), ProblemCode.TOO_LONG, "notes");
  }

  @Test
  void namesTheTagAtFault() {
    rejects(tags(List.of("a", " ")), ProblemCode.EMPTY, "tags[1]");
    rejects(tags(List.of("x".repeat(51))), ProblemCode.TOO_LONG, "tags[0]");
    rejects(tags(List.of("a\tb")), ProblemCode.INVALID_TEXT, "tags[0]");
  }

  @Test
  void countsEqualTagsOnce() {
    List<String> fifty = IntStream.range(0, 50).mapToObj(number -> "t" + number).toList();
    List<String> more = IntStream.range(0, 51).mapToObj(number -> "t" + number).toList();

    assertThat(tags(Collections.nCopies(60, "same"))).isInstanceOf(Accepted.class);
    assertThat(tags(fifty)).isInstanceOf(Accepted.class);
    rejects(tags(more), ProblemCode.TOO_MANY, "tags");
  }

  private static Decision<Wording> title(String title) {
    return Wording.of(title, null, List.of());
  }

  private static Decision<Wording> notes(String notes) {
    return Wording.of("t", notes, List.of());
  }

  private static Decision<Wording> tags(List<String> tags) {
    return Wording.of("t", null, tags);
  }

  private static Decision<Wording> accepted(String notes) {
    return new Accepted<>(new Wording("t", notes, List.of()));
  }

  private static void rejects(Decision<Wording> decision, ProblemCode code, String field) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.code()).isEqualTo(code);
              assertThat(rejected.field()).isEqualTo(field);
            });
  }
}
