package dev.punctual.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a data folder, each in a sentence that says what to do. */
final class FolderChecks {
  private static final long MIN_FREE_BYTES = 1L << 30;

  /** Of who owns the database's tables. */
  static final String OWNER_PASSWORD = "owner-password";

  private final Path path;

  FolderChecks(Path path) {
    this.path = path;
  }

  /** Where the password of the database's owner is, in a folder of whatever layout. */
  Path passwordOfTheOwner() {
    Path version = path.resolve("version");
    try {
      boolean first = Files.exists(version) && Files.readString(version).strip().equals("1");
      return path.resolve(first ? "secrets/database-password" : OWNER_PASSWORD);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** Its first problem, without changing anything; empty when there is none. */
  Optional<String> problem() {
    try {
      refuseForeign();
      refuseBroken();
      if (!Files.isWritable(nearestExisting())) {
        return Optional.of(notWritable(new IOException("not permitted")).sentence());
      }
      refuseFull();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(path + " cannot be read: " + e);
    } catch (Refusal e) {
      return Optional.of(e.sentence());
    }
  }

  /** What exists and is neither empty nor a data folder of this version or an older one. */
  void refuseForeign() {
    if (!Files.exists(path)) {
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new Refusal(path + " is no folder: name another one with --data.");
    }
    Path version = path.resolve("version");
    try {
      if (Files.exists(version)) {
        refuseVersion(Files.readString(version).strip());
      } else if (holdsSomething()) {
        throw new Refusal(
            path
                + " holds other files and is no data folder of Punctual: name another one with"
                + " --data.");
      }
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** What was started on once and has lost a part. */
  void refuseBroken() {
    if (!Files.exists(path.resolve("complete"))) {
      return;
    }
    List<Path> needed =
        List.of(
            path.resolve("postgres/database/PG_VERSION"),
            path.resolve("kafka/logs/meta.properties"),
            passwordOfTheOwner());
    for (Path part : needed) {
      if (!Files.exists(part)) {
        throw new Refusal(
            path
                + " is broken: "
                + path.relativize(part)
                + " is missing. Restore a backup into another folder (./punctual restore FILE"
                + " --data DIR), or start from empty with ./punctual up --fresh.");
      }
    }
  }

  void refuseFull() throws IOException {
    long free = Files.getFileStore(nearestExisting()).getUsableSpace();
    if (free < MIN_FREE_BYTES) {
      throw new Refusal(
          "The disk of "
              + path
              + " has "
              + (free >> 20)
              + " MB free and 1024 MB are needed: make room, or name a folder on another disk"
              + " with --data.");
    }
  }

  Refusal notWritable(IOException cause) {
    return new Refusal(
        "The data folder "
            + path
            + " cannot be used ("
            + cause
            + "): make it yours, or name another one with --data.",
        cause);
  }

  /** A launcher that was killed before it wrote the version leaves a folder with run/ only. */
  private boolean holdsSomething() throws IOException {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
      for (Path child : children) {
        if (!child.getFileName().toString().equals("run")) {
          return true;
        }
      }
      return false;
    }
  }

  private void refuseVersion(String version) {
    if (!version.matches("\\d{1,6}")) {
      throw new Refusal(
          path
              + " is broken: its file version says '"
              + version
              + "'. Restore a backup into another folder: ./punctual restore FILE --data DIR.");
    }
    if (Integer.parseInt(version) > DataFolder.VERSION) {
      throw new Refusal(
          path
              + " was written by a newer version of Punctual (layout "
              + version
              + ", this one knows "
              + DataFolder.VERSION
              + "): update Punctual, or name another folder with --data.");
    }
  }

  private Path nearestExisting() {
    @Nullable Path existing = path;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    return existing == null ? Path.of("/") : existing;
  }
}
