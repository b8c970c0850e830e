package dev.punctual.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaAccessTest {
  @Test
  void aPlainBrokerNeedsNoPassword() {
    assertThat(
            KafkaAccess.plaintext("broker:9092")
                .properties(
                    name -> {
                      throw new AssertionError(name + " was asked for");
                    }))
        .containsEntry("bootstrap.servers", "broker:9092")
        .doesNotContainKeys("security.protocol", "sasl.jaas.config");
  }

  @Test
  void aPasswordKeepsItsQuotesAndBackslashes() {
    KafkaAccess access =
        KafkaAccess.of(
            Map.of(
                "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
                "PUNCTUAL_KAFKA_PROTOCOL", "SASL_SSL"));

    assertThat(access.properties(name -> name + "\"\\"))
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"punctual\" password=\"kafka-password\\\"\\\\\";");
  }

  @Test
  void aBrokerOfAnAuthorityOfItsOwnIsCheckedAgainstThatOnly() {
    Map<String, String> environment =
        Map.of(
            "PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "broker:9093",
            "PUNCTUAL_KAFKA_PROTOCOL", "SSL",
            "PUNCTUAL_KAFKA_AUTHORITY_FILE", "/etc/kafka/ca.crt");

    assertThat(KafkaAccess.of(environment).properties(name -> "none"))
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", "/etc/kafka/ca.crt")
        .doesNotContainKey("sasl.mechanism");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "broker", "broker:", ":9092", "broker:x", "a:1,,b:2", "a b:1"})
  void whatIsNoAddressIsRefused(String servers) {
    assertThatThrownBy(() -> KafkaAccess.plaintext(servers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS");
  }

  @ParameterizedTest
  @CsvSource({
    "PUNCTUAL_KAFKA_PROTOCOL, TLS",
    "PUNCTUAL_KAFKA_SASL_MECHANISM, GSSAPI",
    "PUNCTUAL_KAFKA_USER, a\"b"
  })
  void whatKafkaDoesNotKnowIsRefusedByName(String variable, String value) {
    assertThatThrownBy(
            () ->
                KafkaAccess.of(
                    Map.of("PUNCTUAL_KAFKA_BOOTSTRAP_SERVERS", "broker:9092", variable, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(variable);
  }
}
