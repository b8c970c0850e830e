package dev.punctual.notification.send;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.notification.send.HttpPost.AddressRefused;
import dev.punctual.notification.send.HttpPost.Answer;
import dev.punctual.runtime.outbound.AddressRule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPostIT {
  private static final SSLSocketFactory TLS = TestTls.CONTEXT.getSocketFactory();
  private static final byte[] BODY = "{}".getBytes(US_ASCII);
  private static final AddressRule LOOPBACK = AddressRule.allowing("127.0.0.0/8,::1/128");

  private final Deadlines deadlines = new Deadlines();
  private final Deadline deadline = deadlines.begin(Duration.ofMinutes(1));

  @AfterEach
  void close() {
    deadline.close();
  }

  @Test
  void sendsToTheAddressThatTheNameHas() throws IOException {
    try (HttpReceiver receiver = HttpReceiver.encrypted()) {
      Answer answer =
          new HttpPost(LOOPBACK, TLS, new Names())
              .send(URI.create(receiver.url()), Map.of("webhook-id", "1"), BODY, deadline);

      assertThat(answer.status()).isEqualTo(204);
      assertThat(receiver.received()).hasSize(1);
      assertThat(receiver.received().getFirst().body()).isEqualTo(BODY);
      assertThat(receiver.received().getFirst().path()).hasToString("/hook?a=b");
      assertThat(receiver.received().getFirst().header("Host"))
          .isEqualTo("localhost:" + receiver.port());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:%d/",
        "https://127.0.0.1:%d/",
        "https://2130706433:%d/",
        "https://[::1]:%d/",
        "https://[::ffff:127.0.0.1]:%d/",
        "http://localhost:%d/"
      })
  void anAddressThatIsNotPublicIsNeverConnectedTo(String url) {
    try (HttpReceiver receiver = HttpReceiver.encrypted()) {
      HttpPost post = new HttpPost(AddressRule.allowing(""), TLS, new Names());

      assertThatThrownBy(
              () -> post.send(URI.create(url.formatted(receiver.port())), Map.of(), BODY, deadline))
          .isInstanceOf(AddressRefused.class);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (HttpReceiver receiver = HttpReceiver.plain();
        HttpReceiver elsewhere = HttpReceiver.plain()) {
      receiver.answer(307, "Location", elsewhere.url());

      assertThat(
              new HttpPost(LOOPBACK, TLS, new Names())
                  .send(URI.create(receiver.url()), Map.of(), BODY, deadline)
                  .status())
          .isEqualTo(307);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void aServerThatIsSomebodyElseIsNotToldAnything() {
    try (HttpReceiver receiver = HttpReceiver.encrypted()) {
      // The certificate is for localhost.
      URI other = URI.create("https://127.0.0.1:" + receiver.port() + "/");

      assertThatThrownBy(
              () -> new HttpPost(LOOPBACK, TLS, new Names()).send(other, Map.of(), BODY, deadline))
          .isInstanceOf(IOException.class);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void itWaitsAsLongAsTheServerAsks() throws IOException {
    try (HttpReceiver receiver = HttpReceiver.plain()) {
      receiver.answer(429, "Retry-After", "120");

      assertThat(
              new HttpPost(LOOPBACK, TLS, new Names())
                  .send(URI.create(receiver.url()), Map.of(), BODY, deadline)
                  .pause())
          .isEqualTo(Duration.ofSeconds(120));
    }
  }

  @Test
  void aServerThatDripsIsLeftWhenTheTimeIsOver() throws IOException {
    HttpPost post = new HttpPost(LOOPBACK, TLS, new Names());

    try (Dripping dripping = Dripping.says("HTTP/1.1 200 OK\r\nX: ");
        Deadline soon = deadlines.begin(Duration.ofMillis(300))) {
      URI url = URI.create("http://127.0.0.1:" + dripping.port() + "/");
      assertThatThrownBy(() -> post.send(url, Map.of(), BODY, soon))
          .isInstanceOf(IOException.class);
      assertThat(soon.end()).isEqualTo(Deadline.End.TIME);
    }
  }

  @Test
  void aNameThatIsNotResolvedInTimeIsLeft() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    Names names = new Names(host -> wait(never));
    HttpPost post = new HttpPost(LOOPBACK, TLS, names);

    try (HttpReceiver receiver = HttpReceiver.plain();
        Deadline soon = deadlines.begin(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> post.send(URI.create(receiver.url()), Map.of(), BODY, soon))
          .isInstanceOf(SocketTimeoutException.class);
      never.countDown();
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void nothingIsBegunWhenTheTimeIsOver() throws IOException {
    HttpPost post = new HttpPost(LOOPBACK, TLS, new Names());

    try (HttpReceiver receiver = HttpReceiver.plain();
        Deadline over = deadlines.begin(Duration.ZERO)) {
      assertThatThrownBy(() -> post.send(URI.create(receiver.url()), Map.of(), BODY, over))
          .isInstanceOf(IOException.class);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void anEndlessAnswerIsReadNoFurtherThanItsHeadMayGo() {
    HttpPost post = new HttpPost(LOOPBACK, TLS, new Names());

    assertThatThrownBy(() -> answeredBy(post, "HTTP/1.1 200 OK\r\nX: ", 100_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long a head");
  }

  @Test
  void whatComesBeforeTheAnswerIsPassedOver() throws IOException {
    HttpPost post = new HttpPost(LOOPBACK, TLS, new Names());

    assertThat(
            answeredBy(post, "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\nHTTP/1.1 500 No\r\n\r\n", 0)
                .status())
        .isEqualTo(500);
  }

  /** A server that says this, then so many letters, one by one. */
  private Answer answeredBy(HttpPost post, String text, int more) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> say(listener, text, more));
      return post.send(
          URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/"),
          Map.of(),
          BODY,
          deadline);
    }
  }

  private static void say(ServerSocket listener, String text, int more) {
    try (Socket client = listener.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      for (int i = 0; i < more; i++) {
        out.write('a');
      }
      // So that what was sent arrives before the end does.
      client.shutdownOutput();
      long unused = client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The caller has had enough.
    }
  }

  private static InetAddress[] wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }
}
