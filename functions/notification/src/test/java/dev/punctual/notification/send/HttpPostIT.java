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
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPostIT {
  private static final SSLSocketFactory TLS = TestTls.CONTEXT.getSocketFactory();
  private static final byte[] BODY = "{}".getBytes(US_ASCII);
  private static final AddressRule LOOPBACK = AddressRule.allowing("127.0.0.0/8,::1/128");

  @Test
  void sendsToTheAddressThatTheNameHas() throws IOException {
    try (HttpReceiver receiver = HttpReceiver.encrypted()) {
      Answer answer =
          new HttpPost(LOOPBACK, TLS)
              .send(URI.create(receiver.url()), Map.of("webhook-id", "1"), BODY);

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
      HttpPost post = new HttpPost(AddressRule.allowing(""), TLS);

      assertThatThrownBy(
              () -> post.send(URI.create(url.formatted(receiver.port())), Map.of(), BODY))
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
              new HttpPost(LOOPBACK, TLS).send(URI.create(receiver.url()), Map.of(), BODY).status())
          .isEqualTo(307);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void aServerThatIsSomebodyElseIsNotToldAnything() {
    try (HttpReceiver receiver = HttpReceiver.encrypted()) {
      // The certificate is for localhost.
      URI other = URI.create("https://127.0.0.1:" + receiver.port() + "/");

      assertThatThrownBy(() -> new HttpPost(LOOPBACK, TLS).send(other, Map.of(), BODY))
          .isInstanceOf(IOException.class);
      assertThat(receiver.received()).isEmpty();
    }
  }

  @Test
  void itWaitsAsLongAsTheServerAsks() throws IOException {
    try (HttpReceiver receiver = HttpReceiver.plain()) {
      receiver.answer(429, "Retry-After", "120");

      assertThat(
              new HttpPost(LOOPBACK, TLS).send(URI.create(receiver.url()), Map.of(), BODY).pause())
          .isEqualTo(Duration.ofSeconds(120));
    }
  }

  @Test
  void aServerThatDripsIsLeftWhenTheTimeIsOver() {
    HttpPost post = new HttpPost(LOOPBACK, TLS, Duration.ofMillis(300));

    assertThatThrownBy(() -> answeredBy(post, "HTTP/1.1 200 OK\r\nX: ", Integer.MAX_VALUE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no answer within");
  }

  @Test
  void anEndlessAnswerIsReadNoFurtherThanItsHeadMayGo() {
    HttpPost post = new HttpPost(LOOPBACK, TLS);

    assertThatThrownBy(() -> answeredBy(post, "HTTP/1.1 200 OK\r\nX: ", 100_000))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long a head");
  }

  @Test
  void whatComesBeforeTheAnswerIsPassedOver() throws IOException {
    HttpPost post = new HttpPost(LOOPBACK, TLS);

    assertThat(
            answeredBy(post, "HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\nHTTP/1.1 500 No\r\n\r\n", 0)
                .status())
        .isEqualTo(500);
  }

  /** A server that says this, then so many letters, one by one. */
  private static Answer answeredBy(HttpPost post, String text, int more) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> say(listener, text, more));
      return post.send(
          URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/"), Map.of(), BODY);
    }
  }

  private static void say(ServerSocket listener, String text, int more) {
    try (Socket client = listener.accept()) {
      OutputStream out = client.getOutputStream();
      out.write(text.getBytes(US_ASCII));
      for (int i = 0; i < more; i++) {
        out.write('a');
        if (more == Integer.MAX_VALUE) {
          // It drips, so that each read is in time and only the whole is not.
          Thread.sleep(10);
        }
      }
      // So that what was sent arrives before the end does.
      client.shutdownOutput();
      long unused = client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The caller has had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
