package dev.punctual.local.dapr;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The output of a process in a file, with one older part beside it, neither without bound. */
final class ProcessLog {
  /** Characters after which the file becomes the older part. */
  private static final int MAX_CHARACTERS = 5_000_000;

  private static final int TAIL_LINES = 40;

  private final Path file;

  ProcessLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** Copies until the process ends, on a thread of its own. */
  void follow(InputStream output) {
    Thread.ofVirtual().name("log-" + file.getFileName()).start(() -> copy(output));
  }

  /** The last lines, for a failure's message. */
  String tail() {
    try {
      List<String> lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }

  private void copy(InputStream output) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
      boolean more = true;
      while (more) {
        more = fill(reader);
        if (more) {
          Files.move(
              file,
              file.resolveSibling(file.getFileName() + ".1"),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns whether the file is full and the output goes on. */
  private boolean fill(BufferedReader reader) throws IOException {
    long written = 0;
    try (BufferedWriter writer =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (written < MAX_CHARACTERS) {
        String line = reader.readLine();
        if (line == null) {
          return false;
        }
        writer.append(line).append('\n').flush();
        written += line.length();
      }
      return true;
    }
  }
}
