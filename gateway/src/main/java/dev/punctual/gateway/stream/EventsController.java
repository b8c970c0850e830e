package dev.punctual.gateway.stream;

import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.Outbox;
import dev.punctual.store.OutboxRow;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** {@code GET /api/v1/events}: a person's live updates as Server-Sent Events. */
@Controller("/api/v1/events")
final class EventsController {
  private static final Logger LOG = LoggerFactory.getLogger(EventsController.class);
  private static final int PAGE = 500;

  /** How long a reader may take over a page of what it missed. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Streams streams;
  private final Database database;

  EventsController(Streams streams, Database database) {
    this.streams = streams;
    this.database = database;
  }

  /**
   * Opens a stream. {@code id} is the position, {@code event} the CloudEvents type, {@code data}
   * the payload.
   *
   * @param lastEventId the last position that the reader has; what came after it is told first, in
   *     order, without gap or double. Absent or no number: from now on. So old that what came after
   *     it is not kept any more: the stream goes on from now after an event {@code gap}
   */
  @Get
  @Produces(MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(
      Person person, @Header("Last-Event-ID") @Nullable String lastEventId) {
    Long last = position(lastEventId);
    if (streams.count(person.id()) >= Streams.MAX_OF_ONE_PERSON) {
      throw new Refused(
          ProblemCode.TOO_MANY,
          "",
          "A person has at most " + Streams.MAX_OF_ONE_PERSON + " open streams on a gateway.");
    }
    return Flux.create(
        sink -> {
          OpenStream stream = new OpenStream(person.id(), person.access().id(), sink);
          streams.add(stream);
          sink.onDispose(
              () -> {
                stream.abandoned();
                streams.remove(stream);
              });
          Thread.startVirtualThread(() -> begin(stream, last));
        },
        FluxSink.OverflowStrategy.BUFFER);
  }

  private void begin(OpenStream stream, @Nullable Long last) {
    try {
      boolean tooOld = last != null && last < database.read(stream.user(), Outbox::purgedTo);
      stream.hello(
          last == null || tooOld ? database.read(stream.user(), c -> now(c, stream.user())) : last);
      if (tooOld) {
        stream.gap();
      }
      List<OutboxRow> page;
      do {
        // A reader that does not read costs neither memory nor the database.
        if (!stream.awaitDemand(PATIENCE)) {
          stream.close();
          return;
        }
        page =
            database.read(
                stream.user(),
                connection -> Outbox.updatesAfter(connection, stream.user(), stream.last(), PAGE));
        stream.replay(page);
      } while (page.size() == PAGE);
      if (stream.begun() < database.read(stream.user(), Outbox::purgedTo)) {
        // Purged while it was told: what lay between may be missing.
        stream.gap();
      }
      stream.goLive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stream.close();
    } catch (DatabaseFault e) {
      LOG.warn("a stream is closed, its past cannot be read: {}", e.getMessage());
      stream.close();
    }
  }

  /** A position from which on nothing is missing: that of a quiet person may have been purged. */
  private static long now(Connection connection, UserId user) {
    return Math.max(Outbox.lastUpdate(connection, user), Outbox.purgedTo(connection));
  }

  private static @Nullable Long position(@Nullable String lastEventId) {
    if (lastEventId == null || !lastEventId.matches("\\d{1,18}")) {
      return null;
    }
    return Long.valueOf(lastEventId);
  }
}
