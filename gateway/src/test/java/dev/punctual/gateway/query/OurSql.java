package dev.punctual.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.store.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a query may become: a refusal with its place, or SQL in which every word is ours. */
final class OurSql {
  static final Viewpoint VIEW = Viewpoint.of(TestDatabase.NOW, TestDatabase.NEW_YORK);

  /** Every word of SQL that our own conditions are made of. */
  private static final Set<String> OURS =
      List.of(
              "",
              "a -b (words OR d)",
              "tag:a priority>low status:pending is:open is:overdue is:recurring has:reminder",
              "due:none due:today due<today due>=today",
              "completed:today completed<today completed>today")
          .stream()
          .flatMap(text -> words(Query.parse(text).orRefuse("q").condition(VIEW)))
          .collect(Collectors.toUnmodifiableSet());

  private OurSql() {}

  /** Judges what a text became. */
  static void check(String text) {
    switch (Query.parse(text)) {
      case Unreadable unreadable -> {
        assertThat(unreadable.code().wireName()).startsWith("query-");
        assertThat(unreadable.position()).isBetween(0, text.length());
      }
      case Query query -> {
        Condition condition = query.condition(VIEW);
        assertThat(words(condition).toList()).isSubsetOf(OURS);
        assertThat(condition.sql().chars().filter(character -> character == '?').count())
            .isEqualTo(condition.arguments().size());
      }
    }
  }

  private static Stream<String> words(Condition condition) {
    return Arrays.stream(condition.sql().split("[\\s()]+", -1));
  }
}
