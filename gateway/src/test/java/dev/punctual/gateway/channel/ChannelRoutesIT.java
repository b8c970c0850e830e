package dev.punctual.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.gateway.Caller;
import dev.punctual.gateway.Caller.Answer;
import dev.punctual.gateway.Rows;
import dev.punctual.gateway.RunningGateway;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelRoutesIT {
  private static final String CHANNELS = "/api/v1/channels";

  private final RunningGateway gateway = RunningGateway.shared();
  private final Caller ada = gateway.person();
  private final Rows rows = new Rows(gateway.database(), ada.user());

  @Test
  void aWebhookIsMadeListedChangedAndDeletedAndItsSecretToldOnce() {
    Answer made = hook("https://example.net/hook?a=b");
    String path = CHANNELS + "/" + made.text("id");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(made.text("status")).isEqualTo("unproved");
    assertThat(made.text("name")).isEqualTo("webhook");
    assertThat(rows.changes(made.header("Change-Id"), made.id()))
        .containsExactly("channel person false true");
    Answer read = ada.get(path);
    assertThat(read.field("secret")).isNull();
    assertThat(ada.get(CHANNELS).field("items")).isEqualTo(List.of(read.json()));

    Answer changed = ada.patch(path, "{\"name\":\"Home\",\"enabled\":false}");
    assertThat(changed.text("name")).isEqualTo("Home");
    assertThat(changed.field("enabled")).isEqualTo(false);
    assertThat(changed.field("secret")).isNull();
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertThat(ada.post(path + "/test", null).text("code")).isEqualTo("wrong-state");

    assertThat(ada.delete(path).status()).isEqualTo(204);
    assertThat(ada.get(path).status()).isEqualTo(404);
  }

  @Test
  void aTestIsADeliveryThatIsDueAtOnceAndAskedTwiceIsOne() {
    String path = CHANNELS + "/" + hook("https://example.net/").text("id");

    Answer test = ada.post(path + "/test", null);
    assertThat(test.status()).isEqualTo(200);
    assertThat(test.text("status")).isEqualTo("pending");
    assertThat(test.field("notificationId")).isNull();
    assertThat(ada.post(path + "/test", null).text("id")).isEqualTo(test.text("id"));
    assertThat(ada.get(path + "/deliveries").field("items")).isEqualTo(List.of(test.json()));
  }

  @Test
  void whatIsNotSetUpIsNotOffered() {
    assertThat(ada.get(CHANNELS + "/kinds").field("kinds")).isEqualTo(List.of("webhook"));
    assertThat(ada.get(CHANNELS + "/kinds").field("pushKey")).isNull();
    Answer mail = ada.post(CHANNELS, "{\"kind\":\"email\",\"target\":\"ada@example.net\"}");
    assertThat(mail.text("code")).isEqualTo("not-supported");
  }

  @Test
  void whereAWebhookMayNotLeadIsRefused() {
    for (String url :
        List.of(
            "http://example.net/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://169.254.169.254/latest/meta-data",
            "https://ada@example.net/",
            "https://example.net/#part",
            "ftp://example.net/",
            "https:///nowhere",
            "not a url")) {
      Answer refused = hook(url);
      assertThat(refused.text("code")).as(url).isEqualTo("invalid-value");
    }
  }

  @Test
  void aChannelStaysOfItsKindAndAPersonHasAtMostTwenty() {
    String path = CHANNELS + "/" + hook("https://example.net/").text("id");
    assertThat(ada.patch(path, "{\"kind\":\"email\"}").text("code")).isEqualTo("invalid-value");
    for (int more = 1; more < 20; more++) {
      assertThat(hook("https://example.net/").status()).isEqualTo(201);
    }
    assertThat(hook("https://example.net/").text("code")).isEqualTo("too-many");
  }

  private Answer hook(String url) {
    return ada.post(CHANNELS, "{\"kind\":\"webhook\",\"target\":\"" + url + "\"}");
  }
}
