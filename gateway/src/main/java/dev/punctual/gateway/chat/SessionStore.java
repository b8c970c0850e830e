package dev.punctual.gateway.chat;

import dev.punctual.contracts.Id.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The port of chat sessions (DESIGN §6). The first of two who write wins; the other is told so and
 * reads again. What has not been saved for the time to live reads as absent.
 */
public interface SessionStore {
  /** How long a session lives after its last save. */
  Duration TTL = Duration.ofDays(30);

  /**
   * A session as it was saved.
   *
   * @param state as it was given, to the character
   * @param etag names this save, and no other
   */
  record Stored(String state, String etag) {}

  /**
   * A person's session; empty: there is none, it has run out, or it is somebody else's.
   *
   * @throws StoreAway later it may answer
   */
  Optional<Stored> find(UserId user, UUID id);

  /**
   * Saves a new session.
   *
   * @return false: there is one already
   * @throws StoreAway it may have been saved
   */
  boolean create(UserId user, UUID id, String state);

  /**
   * Saves a session that was read.
   *
   * @param etag of what was read
   * @return false: it has changed since, or is gone
   * @throws StoreAway it may have been saved
   */
  boolean replace(UserId user, UUID id, String state, String etag);

  /**
   * Forgets a session, where there is one.
   *
   * @throws StoreAway it may have been forgotten
   */
  void delete(UserId user, UUID id);

  /** The store does not answer. */
  final class StoreAway extends RuntimeException {
    public StoreAway(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
