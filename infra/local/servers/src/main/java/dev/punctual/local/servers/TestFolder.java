package dev.punctual.local.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder that one test JVM owns by a file lock. What a killed JVM left, its PostgreSQL
 * too, is found by the missing lock and removed by the next.
 */
record TestFolder(Path path, FileChannel channel) {
  private static final String PREFIX = "punctual-test-";
  private static final String LOCK = "lock";

  /** Between a folder's creation and its lock it must not look abandoned. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  static TestFolder create(Path parent) throws IOException {
    removeAbandoned(parent);
    Path path = Files.createTempDirectory(parent, PREFIX);
    FileChannel channel = lockFile(path);
    if (tryLock(channel) == null) {
      throw new IOException(path + " is locked by somebody else");
    }
    return new TestFolder(path, channel);
  }

  void delete() {
    try {
      Folders.delete(path);
      channel.close();
    } catch (IOException e) {
      System.err.println("A test folder stays behind: " + e);
    }
  }

  private static void removeAbandoned(Path parent) throws IOException {
    Instant young = Instant.now().minus(YOUNG);
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder)
            && Files.isWritable(folder)
            && Files.getLastModifiedTime(folder).toInstant().isBefore(young)) {
          removeIfAbandoned(folder);
        }
      }
    }
  }

  private static void removeIfAbandoned(Path folder) {
    try (FileChannel channel = lockFile(folder)) {
      if (tryLock(channel) != null) {
        PostgresProcess.runningOn(folder.resolve("postgres/database"))
            .ifPresent(PostgresProcess::stop);
        Folders.delete(folder);
      }
    } catch (IOException e) {
      // Somebody else is removing it, or it is not ours: the tests do not depend on it.
      return;
    }
  }

  private static FileChannel lockFile(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
