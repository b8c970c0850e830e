package dev.punctual.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ConsumerGroup;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Topic;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.event.DueEvent.DeliveryDue;
import dev.punctual.contracts.event.Envelope;
import dev.punctual.notification.send.Parcels;
import dev.punctual.notification.send.TestTls;
import dev.punctual.runtime.RecordsOnATopic;
import dev.punctual.runtime.RunningFunction;
import dev.punctual.store.ChannelCodes;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.DeliveryRows;
import dev.punctual.store.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an address gets before anybody has said that it wants something there. */
class ConfirmationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}-){2}[0-9A-Z]{4}");

  private final TestDatabase test = TestDatabase.fresh();
  private final UserId user = test.person();
  private final RecordsOnATopic topic = new RecordsOnATopic(Topic.REMINDERS_DUE);
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @BeforeEach
  void start() {
    topic.forget(ConsumerGroup.NOTIFICATION_DUE.wireName());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    topic.close();
  }

  @Test
  void anAddressThatIsNotConfirmedGetsACodeThatConfirmsItAndNoWordOfAPerson()
      throws MessagingException, IOException {
    ChannelRow channel =
        Parcels.unconfirmed(Parcels.channel(user, ChannelKind.EMAIL, "ada@example.net", null));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    DeliveryRow asked =
        new DeliveryRow(
            user,
            new Delivery(
                new DeliveryId(Uuid7.next()),
                channel.channel().id(),
                null,
                DeliveryStatus.PENDING,
                0,
                null,
                now,
                null),
            now,
            1);
    test.database()
        .write(
            connection -> {
              ChannelRows.insert(connection, channel);
              DeliveryRows.insert(connection, asked);
            });
    Deliveries deliveries =
        new Deliveries(
            RunningFunction.config(test),
            RunningFunction.SECRETS,
            Map.of(
                "PUNCTUAL_SMTP_HOST", "localhost",
                "PUNCTUAL_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
                "PUNCTUAL_SMTP_TLS", "none",
                "PUNCTUAL_SMTP_FROM", "punctual@example.org"),
            TestTls.CONTEXT.getSocketFactory());
    try (RunningFunction function = RunningFunction.start(test, new DueHandler(deliveries))) {
      topic.send(
          List.of(
              new Envelope(
                  Uuid7.next(),
                  "/punctual/gateway",
                  now,
                  null,
                  new DeliveryDue(user, asked.delivery().id(), 1, now))));
      await()
          .atMost(PATIENCE)
          .until(() -> test.count("SELECT count(*) FROM delivery WHERE status = 'sent'") == 1);
      assertThat(function.ready()).isTrue();
    }

    MimeMessage mail = server.getReceivedMessages()[0];
    String text = String.valueOf(mail.getContent());
    assertThat(mail.getSubject()).isEqualTo("Confirm this address for Punctual");
    assertThat(text).doesNotContain(channel.channel().name());
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).isTrue();
    test.database()
        .write(
            connection ->
                assertThat(
                        ChannelCodes.works(connection, channel.key(), code.group(), Instant.now()))
                    .isTrue());
    List<ChannelRow> after =
        test.database().read(connection -> ChannelRows.find(connection, List.of(channel.key())));
    assertThat(after.getFirst().channel().status()).isEqualTo(channel.channel().status());
  }
}
