package dev.punctual.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.local.servers.EmbeddedPostgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedFolderIT {
  @TempDir Path parent;

  @Test
  void removesWhatAKilledJvmLeftWithItsServer() throws IOException {
    Path left = Files.createDirectory(parent.resolve("punctual-test-left"));
    EmbeddedPostgres server =
        EmbeddedPostgres.start(new Settings(left.resolve("postgres"), 0, false, "secret"));
    age(left);
    TestFolder next = TestFolder.create(parent);
    assertThat(server.isRunning()).isFalse();
    assertThat(left).doesNotExist();
    server.close();
    next.delete();
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void leavesAloneWhatIsLockedOrYoungOrSomethingElse() throws IOException {
    TestFolder locked = TestFolder.create(parent);
    age(locked.path());
    Path young = Files.createDirectory(parent.resolve("punctual-test-young"));
    Path other = Files.createDirectory(parent.resolve("other"));
    age(other);
    TestFolder next = TestFolder.create(parent);
    assertThat(locked.path()).exists();
    assertThat(young).exists();
    assertThat(other).exists();
    locked.delete();
    next.delete();
  }

  private static void age(Path folder) throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(3600)));
  }
}
