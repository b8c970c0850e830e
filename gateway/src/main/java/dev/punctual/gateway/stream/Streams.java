package dev.punctual.gateway.stream;

import dev.punctual.contracts.Id;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.store.Owned;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;

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

  /** The sessions and tokens by which streams are open, each with its person. */
  Set<Owned<Id>> accesses() {
    return open.values().stream()
        .flatMap(Set::stream)
        .map(stream -> new Owned<>(stream.user(), stream.access()))
        .collect(Collectors.toSet());
  }

  /** Ends those that were opened by what is good for nothing any more. */
  void end(Collection<Id> accesses) {
    open.values()
        .forEach(
            streams ->
                streams.stream()
                    .filter(stream -> accesses.contains(stream.access()))
                    .forEach(OpenStream::close));
  }

  /** Ends all; their readers come back and replay what they missed. */
  @PreDestroy
  void closeAll() {
    open.values().forEach(streams -> streams.forEach(OpenStream::close));
  }
}
