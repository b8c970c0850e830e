package dev.punctual.gateway.assistant;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.gateway.assistant.turn.Conversation;
import dev.punctual.gateway.assistant.turn.Conversation.Turn;
import dev.punctual.gateway.assistant.turn.Engine.Progress;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.idempotency.KeyedRequest;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.sse.Event;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** The routes of the assistant (DESIGN §5). */
@Controller("/api/v1/chat")
final class ChatController {
  private final Assistant assistant;
  private final Conversations conversations;
  private final Database database;
  private final TimeSource time;

  ChatController(
      Assistant assistant, Conversations conversations, Database database, TimeSource time) {
    this.assistant = assistant;
    this.conversations = conversations;
    this.database = database;
    this.time = time;
  }

  /**
   * What a person says.
   *
   * @param sessionId of the conversation; null: a new one
   */
  record Message(String message, @Nullable UUID sessionId) {}

  /**
   * A conversation as it is remembered.
   *
   * @param earlier what was done before the turns that are kept, in short
   */
  record Session(UUID sessionId, String earlier, List<Turn> turns) {
    Session {
      turns = List.copyOf(turns);
    }
  }

  /**
   * Says something to the assistant. Who accepts {@code text/event-stream} is told how it goes on:
   * events {@code token}, {@code tool}, {@code plan}, then {@code result} with what the other form
   * answers, or {@code error} with a problem, and last {@code done}; closing the stream cancels
   * what has not been done yet.
   */
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Reply.class)),
        @Content(mediaType = MediaType.TEXT_EVENT_STREAM, schema = @Schema(type = "string"))
      })
  @Post
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_EVENT_STREAM})
  HttpResponse<?> say(
      Person person, @Body Message message, @Header(HttpHeaders.ACCEPT) @Nullable String accept) {
    Optional<KeyedRequest> keyed = begun(person);
    return accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM)
        ? HttpResponse.ok(stream(person, message, keyed))
            .contentType(MediaType.TEXT_EVENT_STREAM_TYPE)
        : answer(orGivenBack(keyed, () -> say(person, message, Progress.NOBODY)));
  }

  private Reply say(Person person, Message message, Progress progress) {
    return assistant.say(person, message.message(), message.sessionId(), progress);
  }

  /** A turn must not begin twice, whatever it comes to. */
  private Optional<KeyedRequest> begun(Person person) {
    Optional<KeyedRequest> keyed = KeyedRequest.current();
    keyed.ifPresent(request -> request.begin(database, time, person.id()));
    return keyed;
  }

  private Reply orGivenBack(Optional<KeyedRequest> keyed, Supplier<Reply> turn) {
    try {
      return turn.get();
    } catch (RuntimeException fault) {
      keyed.ifPresent(request -> request.giveBack(database));
      throw fault;
    }
  }

  private Publisher<Event<String>> stream(
      Person person, Message message, Optional<KeyedRequest> keyed) {
    PropagatedContext request = PropagatedContext.getOrEmpty();
    return Flux.create(
        sink -> {
          TurnStream stream = new TurnStream(sink);
          Thread.startVirtualThread(
              request.wrap(
                  () ->
                      stream.run(
                          () -> {
                            Reply reply = orGivenBack(keyed, () -> say(person, message, stream));
                            keyed.ifPresent(one -> one.keep(database, reply, reply.changeId()));
                            return reply;
                          })));
        },
        FluxSink.OverflowStrategy.BUFFER);
  }

  /** Reads a conversation. */
  @Get("/sessions/{id}")
  Session session(Person person, String id) {
    UUID known = uuid(id);
    Conversation conversation = conversations.find(person, known);
    return new Session(known, conversation.earlier(), conversation.turns());
  }

  /** Forgets a conversation. What was done in it stays done. */
  @Delete("/sessions/{id}")
  @Status(HttpStatus.NO_CONTENT)
  void forget(Person person, String id) {
    conversations.delete(person, uuid(id));
  }

  /** Says yes to a plan: it is carried out whole, or not at all, and once. */
  @Post("/plans/{id}/confirm")
  @Consumes(MediaType.ALL)
  HttpResponse<Reply> confirm(Person person, String id) {
    return answer(orGivenBack(begun(person), () -> assistant.confirm(person, uuid(id))));
  }

  /** An id that is none is as good as that of another. */
  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Refused.notFound();
    }
  }

  private static HttpResponse<Reply> answer(Reply reply) {
    ChangeId change = reply.changeId();
    return change == null ? HttpResponse.ok(reply) : Answers.done(reply, change);
  }
}
