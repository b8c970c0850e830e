package dev.punctual.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.chat.SessionStore.Stored;
import dev.punctual.store.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What either store does with chat sessions, on real PostgreSQL. */
abstract class SessionStoreContract {
  /** What a store that minds its JSON too much would change. */
  private static final String AWKWARD =
      "{ \"b\":1e2, \"a\" : 9007199254740993,\"quote\":\"\\\"é\\u0000\\\\\"}\n";

  final TestDatabase test = TestDatabase.fresh();
  private final UserId ada = test.person();
  private final UUID id = Uuid7.next();

  abstract SessionStore store(Duration ttl);

  private SessionStore store() {
    return store(SessionStore.TTL);
  }

  @Test
  void whatWasSavedIsReadToTheCharacter() {
    assertThat(store().find(ada, id)).isEmpty();

    assertThat(store().create(ada, id, AWKWARD)).isTrue();

    assertThat(store().find(ada, id)).map(Stored::state).contains(AWKWARD);
  }

  @Test
  void theFirstOfTwoWhoWriteWins() {
    assertThat(store().create(ada, id, "first")).isTrue();
    assertThat(store().create(ada, id, "second")).isFalse();
    String etag = store().find(ada, id).orElseThrow().etag();

    assertThat(store().replace(ada, id, "third", etag)).isTrue();
    assertThat(store().replace(ada, id, "fourth", etag)).isFalse();

    Stored stored = store().find(ada, id).orElseThrow();
    assertThat(stored.state()).isEqualTo("third");
    assertThat(stored.etag()).isNotEqualTo(etag);
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    assertThat(store().create(ada, id, "first")).isTrue();
    String etag = store().find(ada, id).orElseThrow().etag();
    SessionStore store = store();
    List<Callable<Boolean>> writers =
        IntStream.range(0, 20)
            .<Callable<Boolean>>mapToObj(i -> () -> store.replace(ada, id, "writer " + i, etag))
            .toList();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int winners = 0;
      for (Future<Boolean> written : threads.invokeAll(writers)) {
        winners += written.get() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void anotherPersonsSessionIsAbsent() {
    UserId bob = test.person();
    assertThat(store().create(ada, id, "ada's")).isTrue();

    assertThat(store().find(bob, id)).isEmpty();
    store().delete(bob, id);
    assertThat(store().create(bob, id, "bob's")).isTrue();

    assertThat(store().find(ada, id)).map(Stored::state).contains("ada's");
  }

  @Test
  void whatIsForgottenCannotBeReplaced() {
    assertThat(store().create(ada, id, "first")).isTrue();
    String etag = store().find(ada, id).orElseThrow().etag();
    store().delete(ada, id);
    store().delete(ada, id);

    assertThat(store().find(ada, id)).isEmpty();
    assertThat(store().replace(ada, id, "second", etag)).isFalse();
    assertThat(store().create(ada, id, "third")).isTrue();
    assertThat(store().replace(ada, id, "fourth", etag)).as("an etag of another life").isFalse();
  }

  @Test
  void whatHasRunOutIsAbsentAndMakesRoom() {
    SessionStore brief = store(Duration.ofSeconds(1));
    assertThat(brief.create(ada, id, "first")).isTrue();
    String etag = brief.find(ada, id).orElseThrow().etag();

    await().atMost(Duration.ofSeconds(10)).until(() -> brief.find(ada, id).isEmpty());

    assertThat(brief.replace(ada, id, "second", etag)).isFalse();
    assertThat(store().create(ada, id, "third")).isTrue();
    assertThat(store().find(ada, id)).map(Stored::state).contains("third");
  }
}
