package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.backup.Database;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./punctual gateway check URL}, which {@code helm test} runs too, on the real product. */
class CheckIT {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  @TempDir static Path data;
  private static EmbeddedRun run;

  @BeforeAll
  static void start() {
    run = EmbeddedRun.start(RunSettings.forTests(HOME, data));
  }

  @AfterAll
  static void stop() {
    run.close();
  }

  @Test
  void doesTheMainJobAsSomebodyNewAndLeavesNothingOfThem() throws Exception {
    long before = people();

    assertThat(check(run.gatewayUrl())).isZero();

    assertThat(people()).isEqualTo(before);
    assertThat(count("SELECT count(*) FROM task WHERE title = 'Check'")).isZero();
  }

  @Test
  void failsWhereNobodyAnswersAndLeavesNothing() throws Exception {
    long before = people();

    assertThat(check(run.gatewayUrl().resolve("/elsewhere/"))).isEqualTo(1);

    assertThat(people()).isEqualTo(before);
  }

  private static int check(URI address) {
    Arguments arguments =
        Arguments.parse(
            HOME, List.of("gateway", "check", address.toString(), "--data", data.toString()));
    BuiltPrograms programs = new BuiltPrograms(HOME, line -> {});
    return new Commands(HOME, programs, System.out).run(HOME, arguments);
  }

  private static long people() throws Exception {
    return count("SELECT count(*) FROM account");
  }

  private static long count(String sql) throws Exception {
    Database database = run.database();
    try (Connection connection =
            DriverManager.getConnection(
                database.url().apply(database.name()), database.user(), database.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
