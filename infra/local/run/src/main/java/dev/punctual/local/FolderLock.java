package dev.punctual.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data folder: at most one process, as the kernel says, which forgets a lock with its
 * process. The file beside it only tells people who that is.
 */
final class FolderLock implements AutoCloseable {
  private final Path run;
  private @Nullable FileChannel channel;

  FolderLock(Path run) {
    this.run = run;
  }

  /** Takes it and says so; false when somebody has it. */
  boolean take(String command) throws IOException {
    if (!tryLock()) {
      return false;
    }
    Files.writeString(ownerFile(), ProcessHandle.current().pid() + " " + command + "\n");
    return true;
  }

  /** Whether some process has it now. */
  boolean isTaken() throws IOException {
    if (!Files.exists(lockFile())) {
      return false;
    }
    if (tryLock()) {
      close();
      return false;
    }
    return true;
  }

  /** Command and pid of the process that has it, as far as it said so. */
  String owner() {
    try {
      String[] words = Files.readString(ownerFile()).strip().split(" ", 2);
      return words.length == 2 ? words[1] + " (pid " + words[0] + ")" : "(pid " + words[0] + ")";
    } catch (IOException e) {
      return "up";
    }
  }

  @Override
  public void close() {
    FileChannel held = channel;
    channel = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException e) {
        throw new Refusal("The lock in " + run + " cannot be given back: " + e + ".", e);
      }
    }
  }

  private Path lockFile() {
    return run.resolve("lock");
  }

  private Path ownerFile() {
    return run.resolve("owner");
  }

  private boolean tryLock() throws IOException {
    FileChannel opened =
        FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (opened.tryLock() != null) {
        channel = opened;
        return true;
      }
    } catch (OverlappingFileLockException e) {
      // Another run of this same JVM has it; closing a channel here would release its lock.
      return false;
    }
    opened.close();
    return false;
  }
}
