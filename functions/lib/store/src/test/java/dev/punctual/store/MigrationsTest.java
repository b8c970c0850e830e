package dev.punctual.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lets the release before go on, or start again, on a schema that is newer than itself. */
class MigrationsTest {
  /** The first that is bound by it: before, nothing had been released. */
  private static final int FIRST = 8;

  private static final Pattern TAKES_AWAY =
      Pattern.compile("drop table|drop column|rename|alter column \\w+ (set not null|type)");
  private static final Pattern ADDED = Pattern.compile("add column \\w+ [^;]*not null[^;]*;");
  private static final Pattern CONSTRAINT = Pattern.compile("add constraint [^;]*;");

  static Stream<Path> bound() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(Migrations.class.getResource("/db/migration"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.filter(file -> version(file) >= FIRST).toList().stream();
    }
  }

  private static int version(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"));
  }

  @ParameterizedTest
  @MethodSource("bound")
  void aMigrationOnlyAddsWhatTheReleaseBeforeNeedNotKnow(Path file) throws IOException {
    String sql = Files.readString(file).toLowerCase(Locale.ROOT);

    assertThat(TAKES_AWAY.matcher(sql).results()).isEmpty();
    assertThat(ADDED.matcher(sql).results())
        .allSatisfy(column -> assertThat(column.group()).containsAnyOf("default", "generated"));
    // Checked while nobody waits for the table: VALIDATE CONSTRAINT, a release later.
    assertThat(CONSTRAINT.matcher(sql).results())
        .allSatisfy(constraint -> assertThat(constraint.group()).contains("not valid"));
  }
}
