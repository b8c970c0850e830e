package dev.punctual.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.RunningGateway;
import dev.punctual.store.ChannelCodes;
import dev.punctual.store.Owned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConfirmationRoutesIT {
  private static final String CHANNELS = "/api/v1/channels";
  private static final RunningGateway GATEWAY =
      RunningGateway.start(
          Map.of("PUNCTUAL_SMTP_HOST", "localhost", "PUNCTUAL_SMTP_FROM", "punctual@example.org"));

  private final Caller ada = GATEWAY.person();

  @AfterAll
  static void close() {
    GATEWAY.close();
  }

  @Test
  void anAddressIsConfirmedByTheCodeThatWasSentThere() {
    Answer made = mail(ada, "confirmed@example.net");
    String path = CHANNELS + "/" + made.text("id");

    assertThat(made.text("status")).isEqualTo("unconfirmed");
    assertThat((List<?>) ada.get(path + "/deliveries").field("items")).hasSize(1);
    assertThat(confirm(path, "0000-0000-0000").text("code")).isEqualTo("invalid-value");

    String code = issued(made);
    Answer confirmed = confirm(path, code);
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.text("status")).isEqualTo("unproved");
    assertThat(confirm(path, code).text("status")).isEqualTo("unproved");
  }

  @Test
  void anotherAddressIsConfirmedAnewAndNotByTheOldCode() {
    Answer made = mail(ada, "first@example.net");
    String path = CHANNELS + "/" + made.text("id");
    String code = issued(made);

    Answer changed = ada.patch(path, "{\"target\":\"second@example.net\"}");

    assertThat(changed.text("status")).isEqualTo("unconfirmed");
    assertThat(confirm(path, code).text("code")).isEqualTo("invalid-value");
    assertThat(confirm(path, issued(made)).text("status")).isEqualTo("unproved");
    assertThat(ada.patch(path, "{\"name\":\"Work\"}").text("status")).isEqualTo("unproved");
    assertThat(ada.patch(path, "{\"target\":\"third@example.net\"}").text("status"))
        .isEqualTo("unconfirmed");
  }

  @Test
  void anAddressGetsFiveCodesADayWhoeverAsksAndHoweverOftenChannelsAreMadeAgain() {
    Caller eve = GATEWAY.person();
    for (int i = 0; i < 5; i++) {
      Caller caller = i % 2 == 0 ? ada : eve;
      Answer made = mail(caller, i % 2 == 0 ? "victim@example.net" : "Victim@Example.NET");
      assertThat(made.status()).isEqualTo(201);
      assertThat(caller.delete(CHANNELS + "/" + made.text("id")).status()).isEqualTo(204);
    }

    assertThat(mail(GATEWAY.person(), "victim@example.net").text("code")).isEqualTo("too-many");
    Answer other = mail(eve, "other@example.net");
    assertThat(
            eve.patch(CHANNELS + "/" + other.text("id"), "{\"target\":\"victim@example.net\"}")
                .text("code"))
        .isEqualTo("too-many");
  }

  @Test
  void aPersonHasTenCodesADaySentHoweverOftenChannelsAreMadeAgain() {
    for (int i = 0; i < 10; i++) {
      Answer made = mail(ada, "many" + i + "@example.net");
      assertThat(ada.delete(CHANNELS + "/" + made.text("id")).status()).isEqualTo(204);
    }

    assertThat(mail(ada, "many10@example.net").text("code")).isEqualTo("too-many");
  }

  @Test
  void aPersonTestsTenTimesAnHourHoweverOftenChannelsAreMadeAgain() {
    for (int i = 0; i < 10; i++) {
      String path = CHANNELS + "/" + hook().text("id");
      assertThat(ada.post(path + "/test", null).status()).isEqualTo(200);
      assertThat(ada.delete(path).status()).isEqualTo(204);
    }

    Answer refused = ada.post(CHANNELS + "/" + hook().text("id") + "/test", null);

    assertThat(refused.text("code")).isEqualTo("too-many");
  }

  private static Answer mail(Caller caller, String address) {
    return caller.post(CHANNELS, "{\"kind\":\"email\",\"target\":\"" + address + "\"}");
  }

  private Answer hook() {
    return ada.post(CHANNELS, "{\"kind\":\"webhook\",\"target\":\"https://example.net/\"}");
  }

  private Answer confirm(String path, String code) {
    return ada.post(path + "/confirm", "{\"code\":\"" + code + "\"}");
  }

  /** As the function does when it sends. */
  private String issued(Answer channel) {
    Owned<ChannelId> key = new Owned<>(ada.user(), new ChannelId(channel.id()));
    AtomicReference<String> code = new AtomicReference<>("");
    GATEWAY
        .database()
        .database()
        .write(connection -> code.set(ChannelCodes.issue(connection, key, Instant.now())));
    return code.get();
  }
}
