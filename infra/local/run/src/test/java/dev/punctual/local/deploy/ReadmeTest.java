package dev.punctual.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table is the whole house, and no more. */
class ReadmeTest {
  private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();

  @Test
  void houseIsWhatIsThere() throws IOException {
    Set<String> rooms = new TreeSet<>(Set.of(".github", "dapr", "docs", "gateway", "keda"));
    rooms.addAll(Set.of("helm/punctual", "webapp"));
    rooms.addAll(folders("infra"));
    rooms.addAll(folders("functions"));
    rooms.addAll(folders("functions/lib"));
    rooms.remove("functions/lib");

    assertThat(named()).containsExactlyInAnyOrderElementsOf(rooms);
  }

  private static Set<String> folders(String parent) throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve(parent))) {
      return files
          .filter(file -> Files.isDirectory(file) && !file.endsWith("target"))
          .map(folder -> parent + "/" + folder.getFileName())
          .collect(Collectors.toSet());
    }
  }

  /** What stands in the first column, the table's second part being words. */
  private static Set<String> named() throws IOException {
    Pattern name = Pattern.compile("`([^`]+)`");
    return Files.readString(HOME.resolve("README.md"))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(0, line.indexOf('|', 1)))
        .flatMap(cell -> name.matcher(cell).results().map(match -> match.group(1)))
        .collect(Collectors.toSet());
  }
}
