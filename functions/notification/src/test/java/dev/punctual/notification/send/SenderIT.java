package dev.punctual.notification.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.store.ChannelRow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Many channels at once, of which some hang. */
class SenderIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

  private record Answer(Parcel parcel, Reply reply) {}

  @Test
  void eightyHangingChannelsOfOnePersonHoldUpNobodyElse() {
    try (HttpReceiver bad = HttpReceiver.plain();
        HttpReceiver good = HttpReceiver.plain()) {
      bad.hang();
      Sender sender = sender(Map.of());
      UserId ada = person();
      sender.send(parcels(ada, 80, bad.url()));
      await().atMost(PATIENCE).until(() -> bad.received().size() == 4);

      sender.send(parcels(person(), 1, good.url()));

      await().atMost(PATIENCE).until(() -> good.received().size() == 1);
      // None of the bad ones has given its turn back meanwhile.
      assertThat(bad.received()).hasSize(4);
      sender.stop();
    }
  }

  @Test
  void aMailServerThatHangsHoldsUpNoOtherKind() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        HttpReceiver good = HttpReceiver.plain()) {
      Sender sender =
          sender(
              Map.of(
                  "PUNCTUAL_SMTP_HOST", "localhost",
                  "PUNCTUAL_SMTP_PORT", Integer.toString(silent.getLocalPort()),
                  "PUNCTUAL_SMTP_FROM", "punctual@example.org"));
      List<Parcel> mails = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        mails.add(
            Parcels.parcel(Parcels.channel(person(), ChannelKind.EMAIL, "ada@example.net", null)));
      }
      sender.send(mails);

      sender.send(parcels(person(), 1, good.url()));

      await().atMost(PATIENCE).until(() -> good.received().size() == 1);
      assertThat(answers).extracting(Answer::parcel).doesNotContainAnyElementsOf(mails);
      sender.stop();
    }
  }

  @Test
  void whatIsBeingSentAtTheStopEndsAndIsToldOnce() {
    try (HttpReceiver bad = HttpReceiver.plain()) {
      bad.hang();
      Sender sender = sender(Map.of());
      ChannelRow channel = channel(person(), bad.url());
      Parcel running = Parcels.parcel(channel);
      Parcel waiting = Parcels.parcel(channel);
      sender.send(List.of(running, waiting));
      await().atMost(PATIENCE).until(() -> bad.received().size() == 1);

      sender.stop();

      // Cut short, it is asked for again, as is what waited for it.
      await().atMost(PATIENCE).until(() -> answers.size() == 2);
      bad.release();
      assertThat(answers)
          .containsExactly(
              new Answer(running, new Reply.Untried()), new Answer(waiting, new Reply.Untried()));
      assertThat(bad.received()).hasSize(1);
    }
  }

  @Test
  void whatWasAnsweredBeforeTheStopIsTold() {
    try (HttpReceiver good = HttpReceiver.plain()) {
      Sender sender = sender(Map.of());
      Parcel parcel = parcels(person(), 1, good.url()).getFirst();
      sender.send(List.of(parcel));
      await().atMost(PATIENCE).until(() -> !answers.isEmpty());

      sender.stop();

      assertThat(answers).containsExactly(new Answer(parcel, new Reply.Taken()));
    }
  }

  private Sender sender(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PUNCTUAL_CHANNEL_NETWORKS", "127.0.0.0/8,::1/128");
    return new Sender(
        OutboundConfig.of(all),
        name -> "",
        TestTls.CONTEXT.getSocketFactory(),
        (parcel, reply) -> answers.add(new Answer(parcel, reply)));
  }

  private static List<Parcel> parcels(UserId user, int number, String url) {
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      parcels.add(Parcels.parcel(channel(user, url)));
    }
    return parcels;
  }

  private static UserId person() {
    return new UserId(Uuid7.next());
  }

  private static ChannelRow channel(UserId user, String url) {
    return Parcels.channel(user, ChannelKind.WEBHOOK, url, null);
  }
}
