package dev.punctual.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A short name for a folder while it is open: the path of a Unix-domain socket has 107 bytes at
 * most (unix(7)), and a data folder may lie deeper.
 */
record ShortPath(Path temp, Path link) implements AutoCloseable {
  static ShortPath to(Path folder) throws IOException {
    Path temp = Files.createTempDirectory("punctual");
    return new ShortPath(
        temp, Files.createSymbolicLink(temp.resolve("f"), folder.toAbsolutePath()));
  }

  @Override
  public void close() throws IOException {
    Files.delete(link);
    Files.delete(temp);
  }
}
