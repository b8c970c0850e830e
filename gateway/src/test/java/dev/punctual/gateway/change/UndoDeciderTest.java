package dev.punctual.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.change.Undoing.BringBack;
import dev.punctual.gateway.change.Undoing.Conflict;
import dev.punctual.gateway.change.Undoing.Nothing;
import dev.punctual.gateway.change.Undoing.Remove;
import dev.punctual.gateway.change.Undoing.Return;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UndoDeciderTest {
  private static final Thing A = new Thing("a", List.of("x"), null, 1);

  record Thing(String title, List<String> tags, @Nullable String notes, int version) {}

  @Test
  void whatWasMadeIsRemovedUnlessItWasTouched() {
    assertThat(decide(null, A, A)).isEqualTo(new Remove<>(A));
    assertThat(decide(null, A, version(A, 7))).isEqualTo(new Remove<>(version(A, 7)));
    assertThat(decide(null, A, title(A, "b"))).isEqualTo(new Conflict<>(Set.of("title")));
    assertThat(decide(null, A, null)).isEqualTo(new Nothing<>());
  }

  @Test
  void whatWasDeletedComesBackUnlessItIsBack() {
    assertThat(decide(A, null, null)).isEqualTo(new BringBack<>(A));
    assertThat(decide(A, null, title(A, "b"))).isEqualTo(new Nothing<>());
  }

  @Test
  void whatWasEditedGoesBackFieldByField() {
    Thing b = title(A, "b");
    Thing noted = new Thing("b", List.of("x"), "n", 3);

    assertThat(decide(A, b, noted))
        .isEqualTo(new Return<>(noted, new Thing("a", List.of("x"), "n", 3)));
    assertThat(decide(A, b, title(A, "c"))).isEqualTo(new Conflict<>(Set.of("title")));
    assertThat(decide(A, b, version(A, 9))).isEqualTo(new Nothing<>());
    assertThat(decide(A, b, null)).isEqualTo(new Conflict<>(Set.of()));
    assertThat(decide(A, version(A, 2), A)).isEqualTo(new Nothing<>());
  }

  @Test
  void ofTwoFieldsOneMayBeBackAlready() {
    Thing after = new Thing("b", List.of("y"), null, 2);
    Thing current = new Thing("a", List.of("y"), null, 3);

    assertThat(decide(A, after, current))
        .isEqualTo(new Return<>(current, new Thing("a", List.of("x"), null, 3)));
  }

  @Property
  void whatIsUndoneAndUndoneAgainIsWhatItWas(
      @ForAll @IntRange(max = 2) int[] was,
      @ForAll @IntRange(max = 2) int[] became,
      @ForAll @IntRange(max = 2) int[] since) {
    Thing before = thing(was);
    Thing after = thing(became);
    Thing current = thing(since);
    if (decide(before, after, current) instanceof Return<Thing>(Thing from, Thing to)) {
      assertThat(from).isEqualTo(current);
      assertThat(decide(current, to, to)).isEqualTo(new Return<>(to, current));
    }
  }

  private static Thing thing(int[] seeds) {
    return new Thing("t" + seed(seeds, 0), List.of("t" + seed(seeds, 1)), "n" + seed(seeds, 2), 1);
  }

  private static int seed(int[] seeds, int at) {
    return at < seeds.length ? seeds[at] : 0;
  }

  private static Undoing<Thing> decide(
      @Nullable Thing before, @Nullable Thing after, @Nullable Thing current) {
    return UndoDecider.decide(
        new Recorded<>(new UUID(0, 1), before, after), current, Set.of(), Thing.class);
  }

  private static Thing title(Thing thing, String title) {
    return new Thing(title, thing.tags(), thing.notes(), thing.version());
  }

  private static Thing version(Thing thing, int version) {
    return new Thing(thing.title(), thing.tags(), thing.notes(), version);
  }
}
