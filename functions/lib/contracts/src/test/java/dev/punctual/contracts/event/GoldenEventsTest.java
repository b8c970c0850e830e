package dev.punctual.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every producer and every consumer is held against the same files. */
class GoldenEventsTest {
  private static final EventFormat SDK =
      Objects.requireNonNull(
          EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE));

  @ParameterizedTest
  @EnumSource
  void writesWhatTheGoldenFileHolds(EventType type) throws IOException {
    assertThat(new String(CloudEvents.encode(Samples.envelope(type)), UTF_8))
        .isEqualTo(golden(type));
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatTheGoldenFileHolds(EventType type) throws IOException {
    assertThat(CloudEvents.decode(golden(type).getBytes(UTF_8)))
        .isEqualTo(new CloudEvents.Known(Samples.envelope(type)));
  }

  @ParameterizedTest
  @EnumSource
  void isReadByTheSdk(EventType type) {
    Envelope envelope = Samples.envelope(type);

    CloudEvent event = SDK.deserialize(CloudEvents.encode(envelope));

    assertThat(event.getId()).isEqualTo(envelope.id().toString());
    assertThat(event.getSource()).isEqualTo(URI.create("/punctual/gateway"));
    assertThat(event.getType()).isEqualTo(type.wireName());
    assertThat(event.getSubject()).isEqualTo(envelope.data().subject().toString());
    assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(envelope.time());
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(String.valueOf(event.getDataSchema())).endsWith(type.wireName() + "/1.0");
    assertThat(event.getExtension("partitionkey")).isEqualTo(envelope.data().key().toString());
    assertThat(event.getExtension("traceparent")).isEqualTo(envelope.traceparent());
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatTheSdkWrites(EventType type) {
    Envelope envelope = Samples.envelope(type);
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId(envelope.id().toString())
            .withSource(URI.create(envelope.source()))
            .withType(type.wireName())
            .withSubject(envelope.data().subject().toString())
            .withTime(OffsetDateTime.ofInstant(envelope.time(), ZoneOffset.ofHours(2)))
            .withDataSchema(URI.create(type.dataSchema()))
            .withExtension("traceparent", Objects.requireNonNull(envelope.traceparent()))
            .withData(
                "application/json",
                dev.punctual.contracts.json.Json.write(envelope.data()).getBytes(UTF_8))
            .build();

    assertThat(CloudEvents.decode(SDK.serialize(event))).isEqualTo(new CloudEvents.Known(envelope));
  }

  private static String golden(EventType type) throws IOException {
    String file = "/golden/" + type.wireName() + ".json";
    try (InputStream in = GoldenEventsTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8).strip();
    }
  }
}
