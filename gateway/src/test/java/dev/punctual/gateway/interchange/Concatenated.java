package dev.punctual.gateway.interchange;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Texts one after another. */
final class Concatenated extends Reader {
  private final Deque<Reader> parts;

  Concatenated(List<Reader> parts) {
    this.parts = new ArrayDeque<>(parts);
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    while (!parts.isEmpty()) {
      int read = parts.peek().read(buffer, offset, count);
      if (read >= 0) {
        return read;
      }
      parts.pop().close();
    }
    return -1;
  }

  @Override
  public void close() {}
}
