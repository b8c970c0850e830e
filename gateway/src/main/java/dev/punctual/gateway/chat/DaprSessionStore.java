package dev.punctual.gateway.chat;

import static dev.punctual.gateway.dapr.Sidecar.segment;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.json.Json;
import dev.punctual.gateway.dapr.Sidecar;
import dev.punctual.gateway.dapr.Sidecar.Answer;
import dev.punctual.gateway.dapr.WithDapr;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dapr's state store. A session is kept as one JSON string, since the store is free to write
 * numbers and keys of an object in a way of its own.
 */
@Singleton
@WithDapr
final class DaprSessionStore implements SessionStore {
  private static final String PATH = "/v1.0/state/statestore";
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int CONFLICT = 409;

  private final Sidecar sidecar;
  private final Duration ttl;

  @Inject
  DaprSessionStore(Sidecar sidecar) {
    this(sidecar, TTL);
  }

  DaprSessionStore(Sidecar sidecar, Duration ttl) {
    this.sidecar = sidecar;
    this.ttl = ttl;
  }

  @Override
  public Optional<Stored> find(UserId user, UUID id) {
    Answer answer = ask(() -> sidecar.get(PATH + "/" + segment(key(user, id)), DEADLINE));
    String etag = answer.etag();
    if (answer.status() == OK && etag != null && Json.parse(answer.body()) instanceof String text) {
      return Optional.of(new Stored(text, etag));
    }
    if (answer.status() == NO_CONTENT) {
      return Optional.empty();
    }
    throw away(answer);
  }

  @Override
  public boolean create(UserId user, UUID id, String state) {
    Answer answer = save(user, id, state, null);
    if (answer.isSuccess()) {
      return true;
    }
    // An existing key is no conflict to Dapr but a fault of the store: look which it was.
    if (answer.status() == CONFLICT || find(user, id).isPresent()) {
      return false;
    }
    throw away(answer);
  }

  @Override
  public boolean replace(UserId user, UUID id, String state, String etag) {
    Answer answer = save(user, id, state, etag);
    if (!answer.isSuccess() && answer.status() != CONFLICT) {
      throw away(answer);
    }
    return answer.isSuccess();
  }

  @Override
  public void delete(UserId user, UUID id) {
    Answer answer = ask(() -> sidecar.delete(PATH + "/" + segment(key(user, id)), DEADLINE));
    if (!answer.isSuccess()) {
      throw away(answer);
    }
  }

  private Answer save(UserId user, UUID id, String state, @Nullable String etag) {
    String item =
        Json.writeObject(
            fields -> {
              fields.text("key", key(user, id));
              fields.text("value", state);
              if (etag != null) {
                fields.text("etag", etag);
              }
              fields.raw("options", "{\"concurrency\":\"first-write\",\"consistency\":\"strong\"}");
              fields.raw("metadata", "{\"ttlInSeconds\":\"" + ttl.toSeconds() + "\"}");
            });
    return ask(() -> sidecar.post(PATH, "[" + item + "]", DEADLINE));
  }

  /** The person stands in the key: nobody reaches the session of another. */
  private static String key(UserId user, UUID id) {
    return "chat-" + user.value() + "-" + id;
  }

  private static Answer ask(Request request) {
    try {
      return request.send();
    } catch (IOException e) {
      throw new StoreAway("the sidecar does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("interrupted", e);
    }
  }

  private static StoreAway away(Answer answer) {
    return new StoreAway(
        "the state store cannot be used",
        new IOException("the sidecar answers " + answer.summary()));
  }

  private interface Request {
    Answer send() throws IOException, InterruptedException;
  }
}
