package dev.punctual.local;

import dev.punctual.local.process.LogFile;
import dev.punctual.local.process.ProcessTable;
import dev.punctual.local.servers.Folders;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds everything of one embedded run.
 *
 * <pre>
 * version      which layout this is; a folder without it is not ours
 * owner-password  of who owns the database's tables: for the launcher alone
 * complete     both servers have been started on it once
 * postgres/ kafka/ log/
 * secrets/     readable by its owner only
 * run/         lock, owner, control.sock, one file per process: means nothing when nothing runs
 * </pre>
 */
public final class DataFolder implements AutoCloseable {
  static final int VERSION = 2;
  private static final Duration LEFTOVER_GRACE = Duration.ofSeconds(5);

  private final Path path;
  private final FolderChecks checks;
  private final FolderLock lock;
  private int leftovers;

  private DataFolder(Path path) {
    this.path = path;
    this.checks = new FolderChecks(path);
    this.lock = new FolderLock(run());
  }

  /** Looks at a folder that another process may be using; refuses one that is not ours. */
  static DataFolder look(Path path) {
    DataFolder folder = new DataFolder(path.toAbsolutePath().normalize());
    folder.checks.refuseForeign();
    return folder;
  }

  /**
   * Creates it when it is missing, and holds it alone until it is closed. Gateways and functions
   * that a killed run left on it are stopped.
   */
  static DataFolder lock(Path path, String command) {
    DataFolder folder = lockUnchecked(path, command);
    try {
      folder.checks.refuseBroken();
      return folder;
    } catch (Refusal e) {
      folder.close();
      throw e;
    }
  }

  /** The same, but what it held is deleted: it may be broken. */
  static DataFolder lockFresh(Path path, String command) {
    DataFolder folder = lockUnchecked(path, command);
    try {
      folder.empty();
      return folder;
    } catch (IOException e) {
      folder.close();
      throw folder.checks.notWritable(e);
    }
  }

  /** How many processes of a killed run were stopped when it was locked. */
  int leftovers() {
    return leftovers;
  }

  /** Whether some process holds it now. */
  boolean isInUse() {
    try {
      return lock.isTaken();
    } catch (IOException e) {
      throw checks.notWritable(e);
    }
  }

  /** Command and pid of the process that holds it. */
  String owner() {
    return lock.owner();
  }

  /** Its first problem, as doctor tells it; empty when there is none. */
  Optional<String> problem() {
    return checks.problem();
  }

  /** Both servers have their data: from now on a missing one is a fault, not a first start. */
  void complete() throws IOException {
    if (!isComplete()) {
      Files.createFile(path.resolve("complete"));
    }
  }

  boolean isComplete() {
    return Files.exists(path.resolve("complete"));
  }

  /** The password of who owns the tables, made up when the folder is new. */
  String ownerPassword() {
    try {
      return madeUp(checks.passwordOfTheOwner());
    } catch (IOException e) {
      throw checks.notWritable(e);
    }
  }

  /** The password that gateway and functions come to the database with, made up likewise. */
  String databasePassword() {
    try {
      createPrivate(secrets());
      return madeUp(secrets().resolve("database-password"));
    } catch (IOException e) {
      throw checks.notWritable(e);
    }
  }

  private static String madeUp(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, randomToken());
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }

  /** 256 bits that nobody can guess, safe in a URL. */
  static String randomToken() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public Path path() {
    return path;
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path secrets() {
    return path.resolve("secrets");
  }

  Path run() {
    return path.resolve("run");
  }

  Path logs() {
    return path.resolve("log");
  }

  LogFile log(String name) {
    return new LogFile(logs().resolve(name + ".log"));
  }

  /** Keeps the logs of living processes short. */
  void boundLogs() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(logs(), "*.log")) {
      for (Path file : files) {
        new LogFile(file).bound();
      }
    }
  }

  @Override
  public void close() {
    lock.close();
  }

  private static DataFolder lockUnchecked(Path path, String command) {
    DataFolder folder = look(path);
    try {
      createPrivate(folder.path);
      createPrivate(folder.run());
      if (!folder.lock.take(command)) {
        throw new Refusal(
            folder.path
                + " is in use by ./punctual "
                + folder.owner()
                + ": stop that one first, or name another folder with --data.");
      }
      folder.bringUp();
      folder.checks.refuseFull();
      folder.leftovers = new ProcessTable(folder.run()).stopLeftovers(LEFTOVER_GRACE);
      createPrivate(folder.logs());
      return folder;
    } catch (IOException e) {
      folder.close();
      throw folder.checks.notWritable(e);
    } catch (Refusal e) {
      folder.close();
      throw e;
    }
  }

  /** To this layout. In layout 1 the product came to the database as the owner. */
  private void bringUp() throws IOException {
    Path before = checks.passwordOfTheOwner();
    Path owner = path.resolve(FolderChecks.OWNER_PASSWORD);
    if (!before.equals(owner) && Files.exists(before)) {
      Files.move(before, owner);
    }
    Files.writeString(path.resolve("version"), VERSION + "\n");
  }

  /** What a killed run left is stopped first; the lock and the layout's version stay. */
  private void empty() throws IOException {
    Servers.stopLeftovers(this);
    List<Path> children;
    try (Stream<Path> all = Files.list(path)) {
      children = all.toList();
    }
    for (Path child : children) {
      if (child.equals(run()) || child.equals(path.resolve("version"))) {
        continue;
      }
      if (Files.isDirectory(child)) {
        Folders.delete(child);
      } else {
        Files.delete(child);
      }
    }
    createPrivate(logs());
  }

  private static void createPrivate(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }
}
