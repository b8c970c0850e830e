package dev.punctual.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The plans by which PostgreSQL answers the gateway, as auto_explain writes them into its log. */
final class UsedPlans {
  private static final String BEGIN = "  plan:";

  private final Path log;

  private UsedPlans(Path log) {
    this.log = log;
  }

  /** From now on; the gateway's connections are ended, since only new ones are explained. */
  static UsedPlans explain(FreshRun run) {
    String database = run.embedded().database().name();
    for (String setting :
        List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_parameter_max_length = 0",
            "log_min_messages = 'log'")) {
      run.database()
          .write(
              connection ->
                  Sql.execute(connection, "ALTER DATABASE " + database + " SET " + setting));
    }
    List<Boolean> ended =
        run.database()
            .read(
                connection ->
                    Sql.list(
                        connection,
                        "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()",
                        row -> row.flag("ended")));
    Broken.unless(!ended.isEmpty(), "the gateway had no connection");
    return new UsedPlans(run.postgresLog());
  }

  /** Where the log ends by now. */
  long position() {
    try {
      return Files.size(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan of the first statement on tasks that was logged behind a position; else empty. */
  String ofTasksSince(long position) {
    String text;
    try {
      byte[] bytes = Files.readAllBytes(log);
      text = new String(bytes, (int) position, bytes.length - (int) position, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int query = text.indexOf("FROM task t ");
    int begin = text.lastIndexOf(BEGIN, query);
    if (query < 0 || begin < 0) {
      return "";
    }
    StringBuilder plan = new StringBuilder();
    // The statement's text is one line; its plan are those that follow it, indented by a tab.
    text.substring(query)
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("\t"))
        .forEach(line -> plan.append("    ").append(line.substring(1)).append('\n'));
    return plan.toString();
  }
}
