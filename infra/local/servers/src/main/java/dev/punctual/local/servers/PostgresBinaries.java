package dev.punctual.local.servers;

import dev.punctual.local.servers.ServerException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once per machine and version into the person's cache folder. */
final class PostgresBinaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  /** Written last: a folder without it was left half unpacked. */
  private static final String COMPLETE = "complete";

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres} and {@code bin/initdb}. */
  static synchronized Path folder() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new ServerException(
          Reason.NOT_SUPPORTED,
          "The embedded PostgreSQL runs on Linux on x86-64 only, and this is " + system + ".");
    }
    Path cache = cache();
    try {
      Files.createDirectories(cache);
      Path folder = cache.resolve("postgresql-" + checksum());
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve("postgresql.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid() || !isComplete(folder)) {
          Folders.delete(folder);
          unpack(folder);
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ServerException(
          Reason.NOT_STARTED,
          "PostgreSQL could not be unpacked to " + cache + ": " + e.getMessage(),
          e);
    }
  }

  private static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve(COMPLETE))
        && Files.isExecutable(folder.resolve("bin/postgres"))
        && Files.isExecutable(folder.resolve("bin/initdb"))
        && Files.isDirectory(folder.resolve("share/postgresql/timezonesets"));
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg != null && xdg.startsWith("/")
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home"), ".cache");
    return base.resolve("punctual");
  }

  /** Names the version: a new archive gets a folder of its own. */
  private static String checksum() throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(archive(), new CRC32())) {
      long bytes = in.transferTo(java.io.OutputStream.nullOutputStream());
      return Long.toHexString(in.getChecksum().getValue()) + "-" + bytes;
    }
  }

  private static InputStream archive() throws IOException {
    InputStream in = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (in == null) {
      throw new IOException("the class path lacks " + ARCHIVE);
    }
    return new BufferedInputStream(in, 1 << 16);
  }

  private static void unpack(Path folder) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(archive()), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("the archive leaves its folder with " + entry.getName());
        }
        place(tar, entry, target);
      }
    }
    Files.createFile(folder.resolve(COMPLETE));
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
