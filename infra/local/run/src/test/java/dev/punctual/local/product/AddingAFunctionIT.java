package dev.punctual.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.event.DueEvent.ReminderDue;
import dev.punctual.local.product.FollowedPage.Step;
import dev.punctual.store.Outbox;
import dev.punctual.store.ReminderRow;
import dev.punctual.store.ReminderRows;
import dev.punctual.store.Sql;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/adding-a-function.md, followed in a copy of the repository: built by Maven with the page's
 * own test, then run from zero. It stands here since only this module starts the whole product.
 */
class AddingAFunctionIT {
  private static final Set<String> LEFT_OUT = Set.of(".git", ".punctual", "target", "webapp");
  private static final Path PAGE = Product.HOME.resolve("docs/adding-a-function.md");
  private static final int MOST_LINES = 60;

  @TempDir Path home;

  private final FollowedPage page;

  AddingAFunctionIT() throws IOException {
    page = new FollowedPage(PAGE);
  }

  @Test
  void mainHandlerAndEntryAreAsShortAsThePageSays() throws IOException {
    long lines = lines("Main.java") + lines("Handler.java") + lines("keda/values.yaml");

    assertThat(lines).isBetween(30L, MOST_LINES - 1L);
    assertThat(PAGE).content().contains("entry are " + lines + " lines");
  }

  @Test
  @Tag("long")
  void whatThePageAddsIsBuiltAndStartsFromZero() throws Exception {
    copyRepository();
    page.follow(home);
    build();

    try (Product product = Product.start(home)) {
      Client client = Client.signIn(product.run());
      remind(client, "high", Duration.ofSeconds(2));
      remind(client, "low", Duration.ofSeconds(2));

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                assertThat(told(product, "reminder")).isEqualTo(2);
                assertThat(told(product, "escalation")).isEqualTo(1);
              });
      assertThat(product.steps()).anySatisfy(step -> assertThat(step).contains("escalation 0 → 1"));
      await().atMost(Duration.ofSeconds(60)).until(() -> product.processes("escalation") == 0);

      remind(client, "high", Duration.ofHours(1));
      assertThat(tellAgain(product)).isEqualTo(3);

      await().atMost(Duration.ofSeconds(60)).until(() -> handled(product) == 2 + 3);
      assertThat(told(product, "escalation")).isEqualTo(1);
    }
  }

  private long lines(String endOfPath) {
    return page.steps().stream()
        .filter(step -> step.file().toString().endsWith(endOfPath))
        .mapToLong(Step::lines)
        .sum();
  }

  private static void remind(Client client, String priority, Duration in) {
    Object task =
        client.post("tasks", Map.of("title", "of " + priority, "priority", priority)).get("id");
    Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(in);
    Map<String, Object> unused =
        client.post("reminders", Map.of("taskId", task, "at", soon.toString()));
  }

  private static long told(Product product, String kind) {
    return product.count("SELECT count(*) FROM notification WHERE kind = '" + kind + "'");
  }

  /**
   * Another event for each reminder: for those that fired as the ledger's second sweep would, for
   * one to come as if it had been changed since its timer was claimed.
   */
  private static int tellAgain(Product product) {
    List<ReminderDue> again =
        product
            .database()
            .read(
                connection ->
                    Sql.list(connection, "SELECT * FROM reminder", ReminderRows::read).stream()
                        .map(AddingAFunctionIT::due)
                        .toList());
    product
        .database()
        .write(
            connection ->
                Outbox.append(connection, "/punctual/gateway", Instant.now(), null, again));
    return again.size();
  }

  private static ReminderDue due(ReminderRow row) {
    boolean fired = row.reminder().handledAt() != null;
    return new ReminderDue(
        row.user(),
        row.reminder().id(),
        fired ? row.revision() : row.revision() - 1,
        row.reminder().fireAt());
  }

  private static long handled(Product product) {
    return product.count(
        "SELECT count(*) FROM processed_event WHERE consumer = 'escalation-due-v1'");
  }

  /** The gateway and all functions, as {@code ./punctual up} would build them. */
  private void build() throws IOException, InterruptedException {
    ProcessBuilder maven =
        new ProcessBuilder(
            "mvn",
            "-q",
            "-B",
            "-ntp",
            "-pl",
            "gateway,functions/recurring,functions/notification,functions/escalation",
            "-am",
            "-Dtest=EscalationDeciderTest",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            "package");
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = maven.directory(home.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(home.resolve("functions/escalation/target/surefire-reports"))
        .isDirectoryContaining("glob:**.xml");
  }

  private void copyRepository() throws IOException {
    Files.walkFileTree(
        Product.HOME,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT_OUT.contains(folder.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy(folder));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path unused = Files.copy(file, copy(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path copy(Path original) {
    return home.resolve(Product.HOME.relativize(original));
  }
}
