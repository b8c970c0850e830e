package dev.punctual.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.find.TaskFinder;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written as a query: no fault, and no SQL but our own. */
class GrammarFuzzIT {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UserId ADA = DATABASE.person();

  static {
    DATABASE
        .database()
        .write(
            connection ->
                TaskRows.insert(connection, List.of(TestDatabase.task(ADA, "it's; DROP task"))));
  }

  @Property(tries = 600)
  void aQueryOfAnyPiecesRunsOrIsRefusedWithAPlace(@ForAll("queries") String text) {
    runsOrIsRefused(text);
  }

  @Property(tries = 400)
  void anyTextRunsOrIsRefusedWithAPlace(@ForAll String text) {
    runsOrIsRefused(text);
  }

  @Provide
  Arbitrary<String> queries() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "(",
            ")",
            "\"",
            "-",
            " ",
            "OR",
            "\\",
            ":",
            "<",
            ">=",
            "tag:",
            "priority",
            "status:",
            "is:",
            "has:reminder",
            "due:",
            "due<",
            "completed>=",
            "open",
            "overdue",
            "high",
            "today",
            "this-week",
            "none",
            "2026-12-01",
            "9999-12-31",
            "'",
            ";",
            "--",
            "/*",
            "$1",
            "?",
            "%",
            "_",
            "{d '1'}",
            "\u0301",
            "％",
            "ß",
            "\uD83D\uDE00",
            "DROP TABLE task");
    return Arbitraries.oneOf(pieces, pieces, pieces, Arbitraries.strings().ofMaxLength(4))
        .list()
        .ofMaxSize(25)
        .map(list -> String.join("", list));
  }

  private static void runsOrIsRefused(String text) {
    OurSql.check(text);
    if (Query.parse(text) instanceof Query query) {
      List<TaskId> found =
          DATABASE
              .database()
              .read(connection -> TaskFinder.ids(connection, ADA, query, OurSql.VIEW, 10));
      assertThat(found).hasSizeLessThanOrEqualTo(1);
    }
  }
}
