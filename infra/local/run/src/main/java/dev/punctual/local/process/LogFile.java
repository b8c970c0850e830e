package dev.punctual.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** One process's output: appended to, with one older part beside it, neither without bound. */
public record LogFile(Path path) {
  /** Bytes at which the file becomes the older part. */
  static final long MAX_BYTES = 5L << 20;

  private static final int TAIL_BYTES = 4096;

  /** Before a process starts to write: moves a long file aside. */
  void rotate() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (isLong()) {
      Files.move(path, older(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** While a process appends: copies a long file aside and cuts it; a line in between is lost. */
  public void bound() throws IOException {
    if (isLong()) {
      Files.copy(path, older(), StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        boolean unused = channel.truncate(0).isOpen();
      }
    }
  }

  /** The last lines, at most as many as asked for. */
  public List<String> tail(int lines) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of();
    }
  }

  private boolean isLong() throws IOException {
    return Files.exists(path) && Files.size(path) > MAX_BYTES;
  }

  private Path older() {
    return path.resolveSibling(path.getFileName() + ".1");
  }
}
