package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.punctual.runtime.outbound.AddressRule;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One POST to an address that a person gave (HTTP/1.1, RFC 9112). The name is resolved once, every
 * address that it has is held against the rule, and the connection goes to exactly that address; no
 * client of the JDK can be told so. Nothing is followed, and of the answer only its head is read.
 */
final class HttpPost {
  private static final int MAX_HEAD = 16 * 1024;
  private static final long MAX_WAIT_SECONDS = 86_400;

  private final AddressRule rule;
  private final SSLSocketFactory tls;
  private final Names names;

  HttpPost(AddressRule rule, SSLSocketFactory tls, Names names) {
    this.rule = rule;
    this.tls = tls;
    this.names = names;
  }

  /** The address may not be connected to. */
  static final class AddressRefused extends IOException {
    AddressRefused(String message) {
      super(message);
    }
  }

  /**
   * What came back.
   *
   * @param pause of Retry-After in seconds, at most a day; null: it does not say
   */
  record Answer(int status, @Nullable Duration pause) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  /**
   * Sends.
   *
   * @param url {@code https}, or {@code http} to a network that the configuration names
   * @throws AddressRefused when it leads where nobody may have us go
   * @throws IOException when there is no answer by the deadline
   */
  Answer send(URI url, Map<String, String> headers, byte[] body, Deadline deadline)
      throws IOException {
    boolean encrypted = "https".equals(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : encrypted ? 443 : 80;
    InetAddress address = resolve(url.getHost(), encrypted, deadline);
    try (Socket socket = new Socket()) {
      deadline.guard(socket);
      socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
      Socket open = encrypted ? encrypt(socket, url.getHost(), port) : socket;
      write(open.getOutputStream(), url, headers, body);
      return read(new BufferedInputStream(open.getInputStream()));
    }
  }

  private InetAddress resolve(String host, boolean encrypted, Deadline deadline)
      throws IOException {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] all = names.resolve(name, deadline);
    for (InetAddress each : all) {
      if (!rule.allows(each)) {
        throw new AddressRefused(host + " is at an address that is not public");
      }
      if (!encrypted && !rule.isException(each)) {
        throw new AddressRefused("plain http goes to named networks only");
      }
    }
    return all[0];
  }

  private Socket encrypt(Socket socket, String host, int port) throws IOException {
    SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, host, port, true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    return encrypted;
  }

  private static void write(OutputStream out, URI url, Map<String, String> headers, byte[] body)
      throws IOException {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    StringBuilder head = new StringBuilder(512);
    head.append("POST ").append(path);
    if (url.getRawQuery() != null) {
      head.append('?').append(url.getRawQuery());
    }
    head.append(" HTTP/1.1\r\nHost: ").append(url.getHost());
    if (url.getPort() >= 0) {
      head.append(':').append(url.getPort());
    }
    head.append("\r\nUser-Agent: Punctual\r\nConnection: close\r\nContent-Length: ")
        .append(body.length)
        .append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(US_ASCII);
    ByteArrayOutputStream message = new ByteArrayOutputStream(start.length + body.length);
    message.write(start);
    message.write(body);
    message.writeTo(out);
    out.flush();
  }

  private static Answer read(InputStream in) throws IOException {
    int left = MAX_HEAD;
    while (true) {
      String head = head(in, left);
      left -= head.length();
      int status = status(head);
      // What comes before the answer (RFC 9110 §15.2) says nothing about it.
      if (status >= 200) {
        return new Answer(status, pause(head));
      }
    }
  }

  private static String head(InputStream in, int most) throws IOException {
    StringBuilder head = new StringBuilder();
    boolean blank = false;
    while (head.length() < most) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended before an answer");
      }
      if (next != '\r') {
        head.append((char) next);
      }
      if (next == '\n' && (blank || head.length() == 1)) {
        return head.toString();
      }
      blank = next == '\n' || blank && next == '\r';
    }
    throw new IOException("the answer has too long a head");
  }

  private static int status(String head) throws IOException {
    if (head.matches("(?s)HTTP/1\\.[01] [1-5][0-9][0-9][ \n].*")) {
      return Integer.parseInt(head.substring(9, 12));
    }
    throw new IOException("the answer is not HTTP/1.1");
  }

  private static @Nullable Duration pause(String head) {
    for (String line : head.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals("retry-after")) {
        String value = line.substring(colon + 1).strip();
        if (value.matches("[0-9]{1,9}")) {
          return Duration.ofSeconds(Math.min(MAX_WAIT_SECONDS, Long.parseLong(value)));
        }
      }
    }
    return null;
  }
}
