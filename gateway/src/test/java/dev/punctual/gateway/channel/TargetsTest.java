package dev.punctual.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.gateway.channel.ChannelDraft.Keys;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.runtime.outbound.AddressRule;
import dev.punctual.runtime.outbound.OutboundConfig;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
  private static final OutboundConfig.Mail MAIL =
      new OutboundConfig.Mail("mail", 587, true, null, "punctual@example.net");
  private static final OutboundConfig.Push PUSH =
      new OutboundConfig.Push("B" + "A".repeat(86), "mailto:punctual@example.net");

  private final Targets targets =
      new Targets(new OutboundConfig(MAIL, PUSH, AddressRule.allowing("")));

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.net", "a.b+c@mail.example.co.uk", "ada@localhost"})
  void anAddressIsTaken(String address) {
    assertThat(check(ChannelKind.EMAIL, address, null)).isEqualTo(new Accepted<>(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "@example.net",
        "ada@",
        "a da@example.net",
        "ada@exa mple.net",
        "ada@example.net, eve@example.net",
        "Ada <ada@example.net>",
        "ada@example..net",
        "ada@-example.net",
        "ada@example.net\r\nBcc: eve@example.net"
      })
  void whatIsNoAddressIsRefused(String address) {
    assertThat(check(ChannelKind.EMAIL, address, null)).isInstanceOf(Rejected.class);
  }

  @Test
  void aSubscriptionHasAPointAndASecret() {
    byte[] point = new byte[65];
    point[0] = 4;
    Keys keys = new Keys(base64(point), base64(new byte[16]));

    assertThat(check(ChannelKind.PUSH, "https://push.example.net/x", keys))
        .isInstanceOf(Accepted.class);
    assertThat(check(ChannelKind.PUSH, "https://push.example.net/x", null))
        .isInstanceOf(Rejected.class);
    assertThat(check(ChannelKind.PUSH, "https://10.0.0.1/x", keys)).isInstanceOf(Rejected.class);
    assertThat(
            check(
                ChannelKind.PUSH,
                "https://push.example.net/x",
                new Keys(base64(new byte[65]), base64(new byte[16]))))
        .isInstanceOf(Rejected.class);
    assertThat(
            check(
                ChannelKind.PUSH,
                "https://push.example.net/x",
                new Keys(base64(point), base64(new byte[15]))))
        .isInstanceOf(Rejected.class);
    assertThat(check(ChannelKind.WEBHOOK, "https://example.net/", keys))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void plainHttpIsForNetworksThatAreNamed() {
    Targets inside =
        new Targets(new OutboundConfig(null, null, AddressRule.allowing("10.0.0.0/8")));
    ChannelDraft draft =
        new ChannelDraft(ChannelKind.WEBHOOK, null, "http://10.1.2.3/", null, null);

    assertThat(inside.check(draft)).isInstanceOf(Accepted.class);
    assertThat(targets.check(draft)).isInstanceOf(Rejected.class);
  }

  private Decision<String> check(ChannelKind kind, String target, @Nullable Keys keys) {
    return targets.check(new ChannelDraft(kind, null, target, keys, null));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
