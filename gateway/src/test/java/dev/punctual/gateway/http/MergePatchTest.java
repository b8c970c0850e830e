package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.json.JsonRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergePatchTest {
  private static final Draft DRAFT = new Draft("t", "n", List.of("a"), new Inner("x", "y"));

  record Draft(String title, @Nullable String notes, List<String> tags, @Nullable Inner inner) {}

  record Inner(@Nullable String left, @Nullable String right) {}

  @Test
  void touchesOnlyWhatItNames() {
    assertThat(applied("{\"title\":\"u\"}"))
        .isEqualTo(new Draft("u", "n", List.of("a"), new Inner("x", "y")));
    assertThat(applied("{}")).isEqualTo(DRAFT);
  }

  @Test
  void nullTakesAFieldBack() {
    assertThat(applied("{\"notes\":null,\"tags\":null,\"inner\":null}"))
        .isEqualTo(new Draft("t", null, List.of(), null));
  }

  @Test
  void objectsAreMergedAndListsReplaced() {
    assertThat(applied("{\"inner\":{\"left\":null},\"tags\":[\"b\",\"c\"]}"))
        .isEqualTo(new Draft("t", "n", List.of("b", "c"), new Inner(null, "y")));
  }

  @Test
  void whatIsRequiredCannotBeTakenAway() {
    refuses("{\"title\":null}", JsonRefused.Reason.REQUIRED, "title");
  }

  @Test
  void aNameThatNobodyKnowsIsRefusedAlsoWithNull() {
    refuses("{\"titel\":\"u\"}", JsonRefused.Reason.UNKNOWN_FIELD, "titel");
    refuses("{\"titel\":null}", JsonRefused.Reason.UNKNOWN_FIELD, "titel");
    refuses("{\"inner\":{\"up\":\"u\"}}", JsonRefused.Reason.UNKNOWN_FIELD, "inner.up");
  }

  @Test
  void whatIsNoObjectIsNoPatch() {
    assertThatThrownBy(() -> MergePatches.parse("[]")).isInstanceOf(JsonRefused.class);
    assertThatThrownBy(() -> MergePatches.parse("null")).isInstanceOf(JsonRefused.class);
  }

  private static Draft applied(String patch) {
    return MergePatches.parse(patch).applyTo(DRAFT);
  }

  private static void refuses(String patch, JsonRefused.Reason reason, String field) {
    assertThatThrownBy(() -> applied(patch))
        .isInstanceOfSatisfying(
            JsonRefused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.field()).isEqualTo(field);
            });
  }
}
