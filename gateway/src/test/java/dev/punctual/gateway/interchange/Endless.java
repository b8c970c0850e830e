package dev.punctual.gateway.interchange;

import java.io.Reader;

/** A text over and over, up to so many characters, that nobody has to hold. */
final class Endless extends Reader {
  private final String text;
  private final long length;
  private long position;

  Endless(String text, long length) {
    this.text = text;
    this.length = length;
  }

  @Override
  public int read(char[] buffer, int offset, int count) {
    int read = (int) Math.min(count, length - position);
    for (int i = 0; i < read; i++) {
      buffer[offset + i] = text.charAt((int) (position++ % text.length()));
    }
    return read == 0 ? -1 : read;
  }

  @Override
  public void close() {}
}
