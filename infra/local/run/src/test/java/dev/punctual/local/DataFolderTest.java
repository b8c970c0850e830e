package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void aNewFolderIsReadableByItsOwnerOnly() throws IOException {
    Path path = temp.resolve("a/b");
    try (DataFolder folder = DataFolder.lock(path, "up")) {
      String first = folder.databasePassword();
      assertThat(first).hasSizeGreaterThan(40).isEqualTo(folder.databasePassword());
      assertThat(permissions(path)).isEqualTo("rwx------");
      assertThat(permissions(path.resolve("secrets"))).isEqualTo("rwx------");
      assertThat(permissions(path.resolve("secrets/database-password"))).isEqualTo("rw-------");
    }
    assertThat(DataFolder.look(path).problem()).isEmpty();
  }

  @Test
  void aSecondOneIsRefusedWithThePidOfTheFirst() {
    try (DataFolder first = DataFolder.lock(temp, "up")) {
      assertThat(first.isInUse()).isTrue();
      assertThatThrownBy(() -> DataFolder.lock(temp, "up"))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("up (pid " + ProcessHandle.current().pid() + ")");
      assertThatThrownBy(() -> DataFolder.lockFresh(temp, "up")).isInstanceOf(Refusal.class);
    }
    assertThat(DataFolder.look(temp).isInUse()).isFalse();
    DataFolder.lock(temp, "up").close();
  }

  @Test
  void aFolderWithOtherFilesIsRefusedAndNotTouched() throws IOException {
    Files.writeString(temp.resolve("thesis.txt"), "mine");
    refused("no data folder of Punctual");
    assertThatThrownBy(() -> DataFolder.lockFresh(temp, "up")).isInstanceOf(Refusal.class);
    assertThat(temp.toFile().list()).containsExactly("thesis.txt");
  }

  @Test
  void dataOfANewerVersionIsRefused() throws IOException {
    Files.writeString(temp.resolve("version"), "3\n");
    refused("newer version");
  }

  @Test
  void aBrokenVersionIsRefused() throws IOException {
    Files.writeString(temp.resolve("version"), "\0\0");
    refused("broken");
  }

  @Test
  void aPartThatWentMissingIsRefusedAndFreshHelps() throws IOException {
    try (DataFolder folder = DataFolder.lock(temp, "up")) {
      folder.complete();
    }
    refused("postgres/database/PG_VERSION is missing");
    DataFolder.lockFresh(temp, "up").close();
    assertThat(DataFolder.look(temp).problem()).isEmpty();
  }

  @Test
  void aFileInItsPlaceIsRefused() throws IOException {
    Path file = Files.createFile(temp.resolve("file"));
    assertThatThrownBy(() -> DataFolder.lock(file, "up")).hasMessageContaining("no folder");
    assertThatThrownBy(() -> DataFolder.lock(file.resolve("below"), "up"))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void thePasswordOfAnOlderLayoutBecomesThatOfTheOwner() throws IOException {
    Path before = Files.createDirectories(temp.resolve("secrets")).resolve("database-password");
    Files.writeString(before, "of layout 1");
    Files.writeString(temp.resolve("version"), "1\n");
    assertThat(DataFolder.look(temp).ownerPassword()).isEqualTo("of layout 1");
    assertThat(before).as("who only looks leaves it: an older version may run on it").exists();

    try (DataFolder folder = DataFolder.lock(temp, "up")) {
      assertThat(folder.ownerPassword()).isEqualTo("of layout 1").isEqualTo(folder.ownerPassword());
      assertThat(folder.databasePassword()).isNotEqualTo("of layout 1").hasSizeGreaterThan(40);
      assertThat(permissions(temp.resolve("secrets/database-password"))).isEqualTo("rw-------");
    }
    assertThat(Files.readString(temp.resolve("version"))).isEqualTo("2\n");
  }

  @Test
  void freshKeepsNothing() throws IOException {
    try (DataFolder folder = DataFolder.lock(temp, "up")) {
      String first = folder.databasePassword();
      Files.createDirectories(folder.kafka().resolve("logs"));
      folder.close();
      try (DataFolder fresh = DataFolder.lockFresh(temp, "up")) {
        assertThat(fresh.kafka()).doesNotExist();
        assertThat(fresh.databasePassword()).isNotEqualTo(first);
      }
    }
  }

  private void refused(String part) {
    assertThatThrownBy(() -> DataFolder.lock(temp, "up"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(part);
    String problem =
        org.assertj.core.api.Assertions.catchThrowableOfType(
                    Refusal.class, () -> DataFolder.look(temp))
                instanceof Refusal refusal
            ? refusal.sentence()
            : DataFolder.look(temp).problem().orElseThrow();
    assertThat(problem).contains(part);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
