package dev.punctual.gateway.timekeeper;

import dev.punctual.gateway.RunningGateway;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

class OwnClockIT extends WakeupsContract {
  private @Nullable RunningGateway gateway;

  @Override
  void startGateway() {
    gateway = RunningGateway.start(test, Map.of());
  }

  @AfterEach
  void close() {
    if (gateway != null) {
      gateway.close();
    }
  }
}
