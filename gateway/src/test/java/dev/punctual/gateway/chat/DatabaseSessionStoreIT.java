package dev.punctual.gateway.chat;

import java.time.Duration;

class DatabaseSessionStoreIT extends SessionStoreContract {
  @Override
  SessionStore store(Duration ttl) {
    return new DatabaseSessionStore(test.database(), ttl);
  }
}
