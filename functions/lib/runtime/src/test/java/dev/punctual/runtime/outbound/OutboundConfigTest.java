package dev.punctual.runtime.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundConfigTest {
  private static final String KEY = "B" + "A".repeat(86);
  private static final Map<String, String> ALL =
      Map.of(
          "PUNCTUAL_SMTP_HOST", "mail.example.net",
          "PUNCTUAL_SMTP_PORT", "2525",
          "PUNCTUAL_SMTP_USER", "punctual",
          "PUNCTUAL_SMTP_FROM", "punctual@example.net",
          "PUNCTUAL_VAPID_PUBLIC_KEY", KEY,
          "PUNCTUAL_VAPID_SUBJECT", "mailto:punctual@example.net",
          "PUNCTUAL_CHANNEL_NETWORKS", "10.1.0.0/16");

  @Test
  void withoutAnythingThereAreWebhooksToPublicAddresses() {
    OutboundConfig config = OutboundConfig.of(Map.of());

    assertThat(config.mail()).isNull();
    assertThat(config.push()).isNull();
    assertThat(config.addresses().hasExceptions()).isFalse();
  }

  @Test
  void readsWhatTheEnvironmentSays() {
    OutboundConfig config = OutboundConfig.of(ALL);

    assertThat(config.mail())
        .isEqualTo(
            new OutboundConfig.Mail(
                "mail.example.net", 2525, true, "punctual", "punctual@example.net"));
    assertThat(config.push())
        .isEqualTo(new OutboundConfig.Push(KEY, "mailto:punctual@example.net"));
    assertThat(config.addresses().hasExceptions()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PUNCTUAL_SMTP_PORT, 0",
    "PUNCTUAL_SMTP_PORT, 65536",
    "PUNCTUAL_SMTP_TLS, ssl",
    "PUNCTUAL_SMTP_FROM, nobody",
    "PUNCTUAL_VAPID_PUBLIC_KEY, short",
    "PUNCTUAL_VAPID_SUBJECT, punctual@example.net",
    "PUNCTUAL_CHANNEL_NETWORKS, localhost"
  })
  void refusesWhatIsWrongByItsName(String name, String value) {
    Map<String, String> environment = new HashMap<>(ALL);
    environment.put(name, value);

    assertThatThrownBy(() -> OutboundConfig.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aPasswordIsNeverSentInTheOpen() {
    Map<String, String> environment = new HashMap<>(ALL);
    environment.put("PUNCTUAL_SMTP_TLS", "none");

    assertThatThrownBy(() -> OutboundConfig.of(environment))
        .hasMessageContaining("PUNCTUAL_SMTP_USER");
  }
}
