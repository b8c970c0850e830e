package dev.punctual.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.gateway.http.PageRequest.Key;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {
  private record Item(int number) {}

  @Test
  void aCursorNamesTheLastEntryShown() {
    Page<Item> page = page(2, List.of(1, 2, 3));

    assertThat(page.items()).containsExactly(new Item(1), new Item(2));
    assertThat(PageRequest.of(2, page.nextCursor()).after()).isEqualTo(key(2));
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(page(3, List.of(1, 2, 3)).nextCursor()).isNull();
    assertThat(page(3, List.of()).nextCursor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void refusesALimitOutOfRange(int limit) {
    assertThatThrownBy(() -> PageRequest.of(limit, null))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().status()).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "MjAyNg", "MjAyNi0wMy0wNlQxOTowMDowMFovMQ"})
  void refusesWhatIsNoCursor(String cursor) {
    assertThatThrownBy(() -> PageRequest.of(10, cursor))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_CURSOR));
  }

  private static Page<Item> page(int limit, List<Integer> rows) {
    return Objects.requireNonNull(
        PageRequest.of(limit, null).page(rows, Item::new, PageRequestTest::key));
  }

  private static Key key(int number) {
    return new Key(Instant.ofEpochSecond(number, 123_456_000), new UUID(0, number));
  }
}
