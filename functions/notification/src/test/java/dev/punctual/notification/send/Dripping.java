package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that says a letter now and then: each read is in time, and only the whole is not. */
final class Dripping implements AutoCloseable {
  private static final int PAUSE_MILLIS = 10;

  private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

  private Dripping() throws IOException {}

  static Dripping says(String text) throws IOException {
    Dripping server = new Dripping();
    Thread.ofVirtual().start(() -> server.drip(text));
    return server;
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void drip(String text) {
    try (Socket client = listener.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      while (true) {
        out.write('a');
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      // The caller has had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
