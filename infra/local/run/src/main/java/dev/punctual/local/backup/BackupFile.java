package dev.punctual.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that was read once from its first to its last byte and found whole. */
final class BackupFile implements AutoCloseable {
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * @throws BackupException when the file is missing, not a backup, broken or of a newer format
   */
  static BackupFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BackupException("There is no file " + file + ".");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        BackupFile backup = new BackupFile(zip, manifest(zip, file));
        backup.verify();
        return backup;
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new BackupException(file + " is no backup, or broken: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new BackupException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  InputStream rows(String table) throws IOException {
    return zip.getInputStream(entry(zip, Manifest.entryOf(table)));
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new BackupException("The backup cannot be closed.", e);
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    if (zip.getEntry(Manifest.ENTRY) == null) {
      throw new BackupException(file + " is no backup of Punctual: it has no manifest.");
    }
    try (InputStream in = zip.getInputStream(entry(zip, Manifest.ENTRY))) {
      return Manifest.read(in);
    }
  }

  private void verify() throws IOException {
    check(entry(zip, Manifest.ENTRY));
    for (String table : manifest.tables().keySet()) {
      check(entry(zip, Manifest.entryOf(table)));
    }
  }

  /** {@link ZipFile} does not compare checksums. */
  private void check(ZipEntry entry) throws IOException {
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      if (bytes != entry.getSize() || in.getChecksum().getValue() != entry.getCrc()) {
        throw new ZipException(entry.getName() + " is damaged");
      }
    }
  }

  private static ZipEntry entry(ZipFile zip, String name) throws ZipException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("it lacks " + name);
    }
    return entry;
  }
}
