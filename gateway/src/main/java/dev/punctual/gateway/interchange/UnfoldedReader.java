package dev.punctual.gateway.interchange;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * Content lines without their folds (RFC 5545 §3.1). What a line has beyond {@link #MAX_LINE}
 * characters is dropped, so that no line costs more memory than that.
 */
final class UnfoldedReader extends Reader {
  /** More than the longest that Punctual writes: 20,000 characters of notes, each escaped. */
  static final int MAX_LINE = 60_000;

  private final PushbackReader in;
  private int length;

  /**
   * @param in buffered
   */
  UnfoldedReader(Reader in) {
    this.in = new PushbackReader(in, 2);
  }

  @Override
  public int read() throws IOException {
    int each = next();
    while (each >= 0 && each != '\n' && length >= MAX_LINE) {
      each = next();
    }
    length = each == '\n' ? 0 : length + 1;
    return each;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int each = read();
    if (each < 0) {
      return -1;
    }
    buffer[offset] = (char) each;
    return 1;
  }

  /** CRLF, CR and LF all end a line, and become LF, unless the next one goes on with it. */
  private int next() throws IOException {
    while (true) {
      int each = in.read();
      if (each != '\r' && each != '\n') {
        return each;
      }
      int follower = in.read();
      if (each == '\r' && follower == '\n') {
        follower = in.read();
      }
      if (follower != ' ' && follower != '\t') {
        if (follower >= 0) {
          in.unread(follower);
        }
        return '\n';
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
