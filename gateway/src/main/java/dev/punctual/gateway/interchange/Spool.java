package dev.punctual.gateway.interchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A body that is read more than once, kept in a file and never in memory; compressed, for a pod's
 * scratch space is small.
 */
final class Spool implements AutoCloseable {
  /** In bytes. */
  static final int MAX = 64 << 20;

  private static final int BUFFER = 1 << 16;

  private final Path file;

  private Spool(Path file) {
    this.file = file;
  }

  /**
   * Takes a body in.
   *
   * @throws Refused PAYLOAD_TOO_LARGE, above {@link #MAX}
   */
  static Spool of(InputStream body) {
    try {
      Spool spool = new Spool(Files.createTempFile("import", ".ics.gz"));
      try (OutputStream out = new Quick(Files.newOutputStream(spool.file))) {
        copy(body, out);
      } catch (IOException | RuntimeException e) {
        spool.close();
        throw e;
      }
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(InputStream body, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
      total += read;
      if (total > MAX) {
        throw tooLarge();
      }
      out.write(buffer, 0, read);
    }
  }

  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw e.getCause() instanceof ContentLengthExceededException
          ? tooLarge()
          : new Refused(ProblemCode.BAD_REQUEST, "", "The body ended before it was all there.");
    }
  }

  private static Refused tooLarge() {
    return new Refused(ProblemCode.PAYLOAD_TOO_LARGE, "", "A file to import has at most 64 MB.");
  }

  /** From the beginning. What is not UTF-8 becomes the replacement character. */
  Reader open() {
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), BUFFER), UTF_8),
              BUFFER);
      reader.mark(1);
      // A byte order mark is no part of the text.
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Quick extends GZIPOutputStream {
    Quick(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
