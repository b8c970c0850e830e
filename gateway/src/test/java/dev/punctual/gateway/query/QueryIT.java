package dev.punctual.gateway.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Due;
import dev.punctual.contracts.Id.TaskId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Priority;
import dev.punctual.contracts.Task;
import dev.punctual.contracts.TaskStatus;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.find.TaskFinder;
import dev.punctual.store.Sql;
import dev.punctual.store.TaskRow;
import dev.punctual.store.TaskRows;
import dev.punctual.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a query finds in PostgreSQL. */
class QueryIT {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ZoneId NEW_YORK = TestDatabase.NEW_YORK;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** A Wednesday, 21:30, in New York and Thursday, 03:30, in Berlin. */
  private static final Instant NOW = Instant.parse("2026-11-26T02:30:00Z");

  private final UserId ada = DATABASE.person();
  private final Map<TaskId, String> titles = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cafe|Café Münster",
        "CAFÉ|Café Münster",
        "munster|Café Münster",
        "strasse|Große Straße",
        "GROSSE|Große Straße",
        "οδος|Η ΟΔΟΣ",
        "oredev|Øredev",
        "istanbul|İstanbul",
        "100%|100% sure",
        "0_|a_0_b",
        "c:\\temp|path C:\\temp",
        "한|한국",
        "\"é M\"|Café Münster",
        "ﬁle|the file"
      })
  void wordsAreFoundWhateverTheirCaseAndAccents(String word, String title) {
    add(title);
    add("nothing of all that");

    assertThat(found("\"" + word.replace("\\", "\\\\").replace("\"", "") + "\""))
        .containsExactly(title);
  }

  @Test
  void noCharacterMeansMoreThanItself() {
    add("plain");

    assertThat(found("\"%\"")).isEmpty();
    assertThat(found("p_ain")).isEmpty();
    assertThat(found("\"\\\\\"")).isEmpty();
    assertThat(found("％")).isEmpty();
    assertThat(found("하")).isEmpty();
  }

  @Test
  void notesAreSearchedTooAndAWordExcluded() {
    add(task("one", TaskStatus.PENDING, "about the Résumé", List.of(), null));
    add("two");

    assertThat(found("resume")).containsExactly("one");
    assertThat(found("-resume")).containsExactly("two");
    assertThat(found("one OR two")).containsExactly("one", "two");
    assertThat(found("one two")).isEmpty();
  }

  @Test
  void tagsStatusesAndPrioritiesAreExact() {
    add(task("home", TaskStatus.PENDING, "", List.of("at home", "x"), null));
    add(task("work", TaskStatus.COMPLETED, "", List.of("work"), null));

    assertThat(found("tag:\"At Home\"")).containsExactly("home");
    assertThat(found("tag:hom")).isEmpty();
    assertThat(found("-tag:work")).containsExactly("home");
    assertThat(found("status:completed")).containsExactly("work");
    assertThat(found("-status:completed is:open")).containsExactly("home");
    assertThat(found("priority>=medium")).hasSize(2);
    assertThat(found("priority:high")).isEmpty();
    assertThat(found("priority>high")).isEmpty();
    assertThat(found("is:recurring OR has:reminder")).isEmpty();
  }

  @Test
  void whatHasNoDueIsNotDueThenAndIsNotLost() {
    add("never");
    add(task("today", TaskStatus.PENDING, "", List.of(), at("2026-11-25T23:00", NEW_YORK)));

    assertThat(found("due:none")).containsExactly("never");
    assertThat(found("-due:none")).containsExactly("today");
    assertThat(found("due:today")).containsExactly("today");
    assertThat(found("-due:today")).containsExactly("never");
    assertThat(found("-(due:today OR due:tomorrow)")).containsExactly("never");
    assertThat(found("-(-due:today)")).containsExactly("today");
  }

  @Test
  void aTimeIsAnInstantAndADateIsADateWhereverItWasMeant() {
    add(task("in Berlin at 5", TaskStatus.PENDING, "", List.of(), at("2026-11-26T05:00", BERLIN)));
    add(task("in Berlin on 26", TaskStatus.PENDING, "", List.of(), on("2026-11-26", BERLIN)));
    add(task("here on 25", TaskStatus.PENDING, "", List.of(), on("2026-11-25", NEW_YORK)));

    assertThat(found("due:today")).containsExactly("in Berlin at 5", "here on 25");
    assertThat(found("due:tomorrow")).containsExactly("in Berlin on 26");
    assertThat(found("due:2026-11-26")).containsExactly("in Berlin on 26");
    assertThat(found("due<2026-11-26")).containsExactly("in Berlin at 5", "here on 25");
    assertThat(found("due<=today")).containsExactly("in Berlin at 5", "here on 25");
    assertThat(found("due>today")).containsExactly("in Berlin on 26");
    assertThat(found("due>=2026-11-25")).hasSize(3);
    assertThat(found("due:this-week")).hasSize(3);
    assertThat(found("due:next-week OR due:last-week")).isEmpty();
  }

  @Test
  void aDateIsOverdueWhenItsDayHasEndedWhereItWasMeant() {
    add(task("Berlin 25", TaskStatus.PENDING, "", List.of(), on("2026-11-25", BERLIN)));
    add(task("New York 25", TaskStatus.PENDING, "", List.of(), on("2026-11-25", NEW_YORK)));
    add(task("New York 24", TaskStatus.ACTIVE, "", List.of(), on("2026-11-24", NEW_YORK)));
    add(task("done", TaskStatus.COMPLETED, "", List.of(), on("2026-11-01", NEW_YORK)));
    add(task("at 21", TaskStatus.PENDING, "", List.of(), at("2026-11-25T21:00", NEW_YORK)));
    add(task("at 23", TaskStatus.PENDING, "", List.of(), at("2026-11-25T23:00", NEW_YORK)));

    assertThat(found("is:overdue")).containsExactly("Berlin 25", "New York 24", "at 21");
    assertThat(found("-due:overdue")).containsExactly("New York 25", "done", "at 23");
  }

  @Test
  void completedCountsByThePersonsDays() {
    add(done("in the evening", "2026-11-26T02:00:00Z"));
    add(done("the evening before", "2026-11-25T02:00:00Z"));
    add(done("on Sunday", "2026-11-22T20:00:00Z"));
    add("open");

    assertThat(found("completed:today")).containsExactly("in the evening");
    assertThat(found("completed:this-week"))
        .containsExactly("in the evening", "the evening before");
    assertThat(found("completed<this-week")).containsExactly("on Sunday");
    assertThat(found("-completed:this-week")).containsExactly("on Sunday", "open");
  }

  @ParameterizedTest
  @CsvSource({"0001-01-01", "9999-12-31"})
  void theFirstAndTheLastDateAreAskedFor(String date) {
    add("never");

    for (String operator : List.of(":", "<", "<=", ">", ">=")) {
      assertThat(found("due" + operator + date)).isEmpty();
      assertThat(found("completed" + operator + date)).isEmpty();
    }
  }

  @Test
  void whatIsInTheTrashIsNotFound() {
    TaskRow row = task("gone", TaskStatus.PENDING, "", List.of(), null);
    add(new TaskRow(row.user(), row.task(), NOW));

    assertThat(found("gone")).isEmpty();
  }

  /** The policy and the statement's own condition are one: nobody else's rows are read. */
  @Test
  void wordsAreLookedForAmongOnesOwnTasks() {
    UserId bob = DATABASE.person();
    List<TaskRow> rows =
        IntStream.range(0, 3_000).mapToObj(i -> TestDatabase.task(bob, "filler " + i)).toList();
    DATABASE.database().write(connection -> TaskRows.insert(connection, rows));
    add("quarterly report");
    DATABASE.owned().read(connection -> Sql.update(connection, "VACUUM ANALYZE task"));

    assertThat(plan("quarterly"))
        .anyMatch(line -> line.contains("Index Cond: (user_id = "))
        .anyMatch(line -> line.contains("One-Time Filter: ((NULLIF(current_setting("))
        .anyMatch(line -> line.contains("(strpos(search"))
        .noneMatch(line -> line.contains("Seq Scan"));
  }

  private List<String> plan(String q) {
    Condition condition = Query.parse(q).orRefuse("q").condition(view());
    return DATABASE
        .database()
        .read(
            ada,
            connection ->
                Sql.list(
                    connection,
                    "EXPLAIN SELECT t.id FROM task t WHERE t.user_id = ?"
                        + " AND t.deleted_at IS NULL AND "
                        + condition.sql(),
                    row -> row.text("QUERY PLAN"),
                    ada,
                    condition.arguments().getFirst()));
  }

  private List<String> found(String q) {
    Query query = Query.parse(q).orRefuse("q");
    return DATABASE
        .database()
        .read(connection -> TaskFinder.ids(connection, ada, query, view(), 100))
        .stream()
        .map(titles::get)
        .collect(Collectors.toList());
  }

  private static Viewpoint view() {
    return Viewpoint.of(NOW, NEW_YORK);
  }

  private void add(String title) {
    add(TestDatabase.task(ada, title));
  }

  private void add(TaskRow row) {
    titles.put(row.task().id(), row.task().title());
    DATABASE.database().write(connection -> TaskRows.insert(connection, List.of(row)));
  }

  private TaskRow task(
      String title, TaskStatus status, String notes, List<String> tags, @Nullable Due due) {
    return row(title, status, notes, tags, due, status == TaskStatus.COMPLETED ? NOW : null);
  }

  private TaskRow done(String title, String at) {
    return row(title, TaskStatus.COMPLETED, "", List.of(), null, Instant.parse(at));
  }

  private TaskRow row(
      String title,
      TaskStatus status,
      String notes,
      List<String> tags,
      @Nullable Due due,
      @Nullable Instant completedAt) {
    return new TaskRow(
        ada,
        new Task(
            new TaskId(Uuid7.next()),
            title,
            notes,
            status,
            Priority.MEDIUM,
            tags,
            due,
            null,
            null,
            TestDatabase.NOW,
            TestDatabase.NOW,
            completedAt,
            1),
        null);
  }

  private static Due at(String local, ZoneId zone) {
    LocalDateTime time = LocalDateTime.parse(local);
    return new Due(time, null, zone, time.atZone(zone).toInstant());
  }

  private static Due on(String date, ZoneId zone) {
    LocalDate day = LocalDate.parse(date);
    return new Due(null, day, zone, day.atStartOfDay(zone).toInstant());
  }
}
