package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/** What GreenMail lacks: a mail server's front that offers STARTTLS (RFC 3207) and asks for it. */
public final class StartTlsFront implements AutoCloseable {
  private final ServerSocket listener;
  private final int behind;
  private volatile boolean used;

  /**
   * In front of a server on loopback.
   *
   * @param offer false: a server that has no STARTTLS
   */
  public StartTlsFront(int behind, boolean offer) {
    this.behind = behind;
    try {
      this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().start(() -> accept(offer));
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Whether anybody has encrypted. */
  public boolean used() {
    return used;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(boolean offer) {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client, offer));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client, boolean offer) {
    try (client) {
      String ehlo = "250-front\r\n" + (offer ? "250-STARTTLS\r\n" : "") + "250 8BITMIME\r\n";
      OutputStream out = client.getOutputStream();
      out.write("220 front\r\n".getBytes(ISO_8859_1));
      while (true) {
        String line = line(client);
        if (line.startsWith("STARTTLS")) {
          out.write("220 go\r\n".getBytes(ISO_8859_1));
          SSLSocket encrypted =
              (SSLSocket)
                  TestTls.CONTEXT.getSocketFactory().createSocket(client, null, behind, false);
          encrypted.setUseClientMode(false);
          encrypted.startHandshake();
          used = true;
          relay(encrypted);
          return;
        }
        out.write((line.startsWith("EHLO") ? ehlo : "221 bye\r\n").getBytes(ISO_8859_1));
        if (!line.startsWith("EHLO")) {
          return;
        }
      }
    } catch (IOException e) {
      // The client is told by the end of the connection.
    }
  }

  private void relay(SSLSocket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      // The client has been greeted.
      String greeting =
          new BufferedReader(new InputStreamReader(server.getInputStream(), ISO_8859_1)).readLine();
      assert greeting.startsWith("220");
      Thread back =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      server.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException e) {
                      // One of them has ended it.
                    }
                  });
      client.getInputStream().transferTo(server.getOutputStream());
      server.shutdownOutput();
      back.join(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
      line.append((char) next);
      next = socket.getInputStream().read();
    }
    return line.toString();
  }
}
