package dev.punctual.gateway.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.event.CloudEvents;
import dev.punctual.gateway.dapr.GatewaySidecar;
import dev.punctual.gateway.dapr.Sidecar;
import dev.punctual.local.dapr.NeedsDapr;
import dev.punctual.local.servers.TestServers;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@NeedsDapr
class DaprRelayIT extends RelayContract {
  private final GatewaySidecar sidecar = GatewaySidecar.start(test);

  @AfterEach
  void closeSidecar() {
    sidecar.close();
  }

  @Override
  Publisher publisher() {
    return new DaprPublisher(sidecar.client());
  }

  @Test
  void aRecordIsExactlyOurBytesWithKeyContentTypeAndPosition() throws Exception {
    append(1);
    OutboxRow row =
        test.database().transaction(connection -> Outbox.givePositions(connection, 1)).getFirst();

    publisher().publish(List.of(row));

    ConsumerRecord<String, byte[]> record = read().getFirst();
    assertThat(record.value()).isEqualTo(CloudEvents.encode(row.attributes(), row.data()));
    assertThat(record.key()).isEqualTo(row.attributes().key());
    assertThat(header(record, "content-type")).isEqualTo(CloudEvents.CONTENT_TYPE);
    assertThat(header(record, "position")).isEqualTo(Long.toString(row.position()));
  }

  @Test
  void whileTheSidecarIsAwayEventsWaitAndFollowInOrder() {
    start(publisher());
    append(100);
    await().until(() -> waiting() == 0);
    sidecar.daprd().kill();
    append(700);
    assertThat(waiting()).isEqualTo(700);
    sidecar.daprd().startAgain();
    append(100);

    await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);

    assertThat(told(read())).isEqualTo(appended);
  }

  @Test
  @Tag("long")
  void aSidecarThatStartedWithoutTheBrokerFindsItWithinAMinute() {
    sidecar.daprd().kill();
    TestServers.kafka().stop();
    try {
      sidecar.daprd().startAgain();
    } finally {
      TestServers.kafka().startAgain();
    }
    append(100);
    start(publisher());

    await().atMost(Duration.ofSeconds(100)).until(() -> waiting() == 0);

    assertThat(told(read())).isEqualTo(appended);
  }

  @Test
  void publishingWithoutASidecarFails() {
    append(20);
    List<OutboxRow> rows =
        test.database().transaction(connection -> Outbox.givePositions(connection, 20));
    sidecar.daprd().kill();

    assertThatThrownBy(() -> publisher().publish(rows))
        .isInstanceOf(Publisher.PublishingFailed.class);
  }

  @Test
  void aSlowBrokerMakesNobodyStandStill() throws Exception {
    try (SlowSidecar slow = SlowSidecar.start(Duration.ofMillis(300))) {
      for (int i = 0; i < 60; i++) {
        append(people.getFirst());
      }
      start(new DaprPublisher(new Sidecar(slow.config())));

      await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
      assertThat(slow.requests()).as("each event went once").isEqualTo(60);
    }
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
