package dev.punctual.gateway.chat;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.chat.SessionStore.StoreAway;
import dev.punctual.gateway.dapr.GatewaySidecar;
import dev.punctual.local.dapr.NeedsDapr;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsDapr
class DaprSessionStoreIT extends SessionStoreContract {
  private final GatewaySidecar sidecar = GatewaySidecar.start(test);

  @AfterEach
  void closeSidecar() {
    sidecar.close();
  }

  @Override
  SessionStore store(Duration ttl) {
    return new DaprSessionStore(sidecar.client(), ttl);
  }

  @Test
  void aSidecarThatIsAwayIsNoMissingSession() {
    sidecar.daprd().kill();

    assertThatThrownBy(() -> store(SessionStore.TTL).find(test.person(), Uuid7.next()))
        .isInstanceOf(StoreAway.class);
  }
}
