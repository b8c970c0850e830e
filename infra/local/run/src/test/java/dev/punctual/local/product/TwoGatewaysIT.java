package dev.punctual.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.local.Gateway;
import dev.punctual.local.product.LiveUpdates.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TwoGatewaysIT {
  private static Product product;
  private static Client first;
  private static Client second;
  private static Gateway leader;

  @BeforeAll
  static void start() {
    product = Product.start();
    first = Client.signIn(product.run());
    leader = product.run().gateways().getFirst();
    second = first.at(product.run().startGateway(0).url());
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> second.get("me").containsKey("id"));
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void whenTheLeaderIsKilledUnderLoadNothingIsMissingOnTheStreamAndNothingComesTwice() {
    try (LiveUpdates live = LiveUpdates.of(() -> second)) {
      List<String> titles = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        if (i == 200) {
          leader.process().kill();
        }
        String title = "across a killed leader " + i;
        (i < 200 && i % 2 == 0 ? first : second).post("tasks", Map.of("title", title));
        titles.add(title);
      }

      await().atMost(Duration.ofSeconds(60)).until(() -> created(live).containsAll(titles));
      assertThat(created(live)).isEqualTo(titles);
      assertThat(live.all()).extracting(Update::position).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<String> created(LiveUpdates live) {
    return live.ofType("task.changed").stream()
        .map(update -> Client.map(update.data().get("task")))
        .map(task -> (String) task.get("title"))
        .toList();
  }
}
