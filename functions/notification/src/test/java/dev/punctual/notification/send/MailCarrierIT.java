package dev.punctual.notification.send;

import static dev.punctual.notification.send.Parcels.carry;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.runtime.outbound.OutboundConfig;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCarrierIT {
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Parcel parcel = Parcels.parcel(ChannelKind.EMAIL, "ada@example.net", null);

  @BeforeEach
  void start() {
    server.start();
    server.setUser("punctual", "punctual", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aReminderIsMailedOverStartTls() throws MessagingException, IOException {
    try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort(), true)) {
      assertThat(carry(carrier(front.port(), "punctual", "secret"), parcel))
          .isEqualTo(new Reply.Taken());

      assertThat(front.used()).isTrue();
      MimeMessage message = server.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("Grüße senden");
      assertThat(message.getAllRecipients())
          .containsExactly(new InternetAddress("ada@example.net"));
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(String.valueOf(message.getContent())).startsWith("Grüße senden");
    }
  }

  @Test
  void aRepeatKeepsItsMessageId() throws MessagingException {
    try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort(), true)) {
      MailCarrier carrier = carrier(front.port(), null, "");
      assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());
      assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());

      String id = "<" + parcel.id() + "@example.org>";
      assertThat(server.getReceivedMessages()).hasSize(2);
      for (MimeMessage message : server.getReceivedMessages()) {
        assertThat(message.getMessageID()).isEqualTo(id);
      }
    }
  }

  @Test
  void aServerWithoutStartTlsIsNotToldAnything() {
    try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort(), false)) {
      assertThat(carry(carrier(front.port(), "punctual", "secret"), parcel))
          .isInstanceOf(Reply.NotNow.class);
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void aServerThatIsAwayIsAskedAgain() {
    int port = server.getSmtp().getPort();
    server.stop();

    assertThat(carry(carrier(port, null, ""), parcel)).isInstanceOf(Reply.NotNow.class);
    server.start();
  }

  @Test
  void aWrongPasswordIsNoFaultOfTheMessage() {
    try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort(), true)) {
      assertThat(carry(carrier(front.port(), "punctual", "wrong"), parcel))
          .isInstanceOf(Reply.NotNow.class);
      assertThat(server.getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void aServerThatDripsIsLeftWhenTheTimeIsOver() throws IOException {
    Deadlines deadlines = new Deadlines();
    try (Dripping dripping = Dripping.says("220-");
        Deadline deadline = deadlines.begin(Duration.ofMillis(300))) {
      assertThat(carrier(dripping.port(), null, "").carry(parcel, deadline))
          .isInstanceOf(Reply.NotNow.class);
      assertThat(deadline.end()).isEqualTo(Deadline.End.TIME);
    }
  }

  @Test
  void aChangedPasswordIsTakenUp() {
    AtomicReference<String> password = new AtomicReference<>("secret");
    try (StartTlsFront front = new StartTlsFront(server.getSmtp().getPort(), true)) {
      MailCarrier carrier = carrier(front.port(), "punctual", password::get);
      assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());
      server.setUser("punctual", "punctual", "changed");
      password.set("changed");

      assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());
    }
  }

  private static MailCarrier carrier(int port, @Nullable String user, String password) {
    return carrier(port, user, () -> password);
  }

  private static MailCarrier carrier(int port, @Nullable String user, Supplier<String> password) {
    return new MailCarrier(
        new OutboundConfig.Mail("localhost", port, true, user, "punctual@example.org"),
        name -> password.get(),
        TestTls.CONTEXT.getSocketFactory(),
        new Names());
  }
}
