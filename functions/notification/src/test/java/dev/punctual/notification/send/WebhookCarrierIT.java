package dev.punctual.notification.send;

import static dev.punctual.notification.send.Parcels.carry;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.json.Json;
import dev.punctual.notification.send.HttpReceiver.Received;
import dev.punctual.runtime.outbound.AddressRule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookCarrierIT {
  private static final Instant SENT = Instant.parse("2026-03-06T19:00:05Z");

  private final HttpReceiver receiver = HttpReceiver.encrypted();
  private final WebhookCarrier carrier =
      new WebhookCarrier(
          new HttpPost(
              AddressRule.allowing("127.0.0.0/8,::1/128"),
              TestTls.CONTEXT.getSocketFactory(),
              new Names()),
          () -> SENT);
  private final Parcel parcel = Parcels.parcel(ChannelKind.WEBHOOK, receiver.url(), null);

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void timestampIdAndBodyAreSigned() throws IOException, GeneralSecurityException {
    assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());

    Received post = receiver.received().getFirst();
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.write((parcel.id() + "." + SENT.getEpochSecond() + ".").getBytes(UTF_8));
    signed.write(post.body());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    assertThat(post.header("webhook-id")).isEqualTo(parcel.id());
    assertThat(post.header("webhook-timestamp")).isEqualTo("" + SENT.getEpochSecond());
    assertThat(post.header("webhook-signature"))
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray())));
    Map<?, ?> body = (Map<?, ?>) Json.parse(post.body());
    assertThat(body.get("type")).isEqualTo("notification.created");
    assertThat(((Map<?, ?>) body.get("data")).get("title")).isEqualTo("Grüße senden");
  }

  @Test
  void aRepeatKeepsItsId() {
    assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());
    assertThat(carry(carrier, parcel)).isEqualTo(new Reply.Taken());

    assertThat(receiver.received())
        .extracting(post -> post.header("webhook-id"))
        .containsExactly(parcel.id(), parcel.id());
  }

  @Test
  void whatTheReceiverSaysDecidesWhetherItIsAskedAgain() {
    receiver.answer(500);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.NotNow.class);
    receiver.answer(404);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.NotNow.class);
    receiver.answer(410);
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.Gone.class);
    receiver.answer(302, "Location", "https://localhost/");
    assertThat(carry(carrier, parcel)).isInstanceOf(Reply.Never.class);
  }
}
