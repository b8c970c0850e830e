package dev.punctual.gateway.stream;

import dev.punctual.contracts.Id.UserId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** The streams that are open on this gateway, by person. */
@Singleton
final class Streams {
  static final int MAX_OF_ONE_PERSON = 50;

  private final Map<UserId, Set<OpenStream>> open = new ConcurrentHashMap<>();

  void add(OpenStream stream) {
    open.compute(
        stream.user(),
        (user, streams) -> {
          Set<OpenStream> set = streams == null ? new CopyOnWriteArraySet<>() : streams;
          set.add(stream);
          return set;
        });
  }

  void remove(OpenStream stream) {
    open.computeIfPresent(
        stream.user(),
        (user, streams) -> {
          streams.remove(stream);
          return streams.isEmpty() ? null : streams;
        });
  }

  void dispatch(UserId user, Update update) {
    open.getOrDefault(user, Set.of()).forEach(stream -> stream.arrived(update));
  }

  int count(UserId user) {
    return open.getOrDefault(user, Set.of()).size();
  }

  boolean concern(UserId user) {
    return open.containsKey(user);
  }

  void heartbeat() {
    open.values().forEach(streams -> streams.forEach(OpenStream::heartbeat));
  }

  /** Ends all; their readers come back and replay what they missed. */
  @PreDestroy
  void closeAll() {
    open.values().forEach(streams -> streams.forEach(OpenStream::close));
  }
}
