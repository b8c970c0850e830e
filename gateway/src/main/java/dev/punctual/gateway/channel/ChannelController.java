package dev.punctual.gateway.channel;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.Answers;
import dev.punctual.gateway.http.MergePatch;
import dev.punctual.gateway.http.Page;
import dev.punctual.gateway.http.PageRequest;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.idempotency.ToldOnce;
import dev.punctual.gateway.write.Write;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.ChannelCodes;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRows;
import dev.punctual.store.Database;
import dev.punctual.store.DeliveryRow;
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
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes of channels (DESIGN §5). The function notification sends; here nothing is sent. */
@Controller(ChannelController.PATH)
final class ChannelController {
  static final String PATH = "/api/v1/channels";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  private final Database database;
  private final Writer writer;
  private final Targets targets;

  ChannelController(Database database, Writer writer, Targets targets) {
    this.database = database;
    this.writer = writer;
    this.targets = targets;
  }

  /**
   * What this installation can send by.
   *
   * @param pushKey what a browser subscribes with ({@code applicationServerKey}); null: no web push
   */
  record ChannelKinds(List<ChannelKind> kinds, @Nullable String pushKey) {
    ChannelKinds {
      kinds = List.copyOf(kinds);
    }
  }

  /** Says by what people can be reached here. */
  @Get("/kinds")
  ChannelKinds kinds(Person person) {
    return new ChannelKinds(targets.kinds(), targets.pushKey());
  }

  /** Lists channels, the newest first. */
  @Get
  Page<Channel> list(
      Person person,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(
        person.id(), connection -> ChannelStore.list(connection, person.id(), page));
  }

  /**
   * Makes a channel; a webhook's secret is told here and nowhere else. To an e-mail address a code
   * is sent, with which it is to be confirmed.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @ToldOnce
  HttpResponse<Channel> create(Person person, @Body ChannelDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          AskedSends.lock(write);
          ChannelId id = new ChannelId(Uuid7.next());
          ChannelDecider decider = new ChannelDecider(targets, write.now());
          ChannelRow row =
              decider
                  .create(
                      person.id(),
                      id,
                      draft,
                      secret(),
                      ChannelRows.count(write.connection(), person.id()))
                  .orRefuse();
          ChannelStore.create(write, row);
          askToConfirm(write, row, decider);
          return Answers.created(
              row.channel(), row.channel().version(), write.changeId(), PATH + "/" + id);
        });
  }

  /** Reads a channel. */
  @Get("/{id}")
  HttpResponse<Channel> get(Person person, ChannelId id) {
    Channel channel =
        ChannelStore.shown(
            database.read(
                person.id(), connection -> ChannelStore.find(connection, person.id(), id)));
    return Answers.entity(channel, channel.version());
  }

  /** Lists a channel's deliveries, the newest first, tests among them. */
  @Get("/{id}/deliveries")
  Page<Delivery> deliveries(
      Person person,
      ChannelId id,
      @QueryValue(defaultValue = PageRequest.DEFAULT_LIMIT) int limit,
      @Nullable @QueryValue String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return database.read(
        person.id(),
        connection -> {
          ChannelId known = ChannelStore.find(connection, person.id(), id).channel().id();
          return ChannelStore.deliveries(connection, person.id(), known, page);
        });
  }

  /** Changes a channel; what the patch does not name stays. */
  @RequestBody(content = @Content(schema = @Schema(implementation = ChannelDraft.class)))
  @Patch("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, MergePatch.CONTENT_TYPE})
  HttpResponse<Channel> edit(
      Person person,
      ChannelId id,
      @Body MergePatch patch,
      @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          AskedSends.lock(write);
          ChannelRow before = ChannelStore.lock(write, id);
          Answers.requireMatch(ifMatch, ChannelStore.shown(before), before.channel().version());
          ChannelDecider decider = new ChannelDecider(targets, write.now());
          ChannelRow after =
              decider.edit(before, patch.applyTo(ChannelDraft.of(before))).orRefuse();
          ChannelStore.update(write, before, after);
          if (!after.channel().target().equals(before.channel().target())) {
            askToConfirm(write, after, decider);
          }
          return Answers.written(
              ChannelStore.shown(after), after.channel().version(), write.changeId());
        });
  }

  /** Deletes a channel; nothing more is sent by it. */
  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(
      Person person, ChannelId id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
    return writer.write(
        person.id(),
        write -> {
          ChannelRow row = ChannelStore.lock(write, id);
          Answers.requireMatch(ifMatch, ChannelStore.shown(row), row.channel().version());
          ChannelStore.delete(write, row);
          return Answers.gone(write.changeId());
        });
  }

  /**
   * Sends something by the channel, or another code where the address is not confirmed; what became
   * of it is among its deliveries in a moment.
   */
  @Post("/{id}/test")
  @Consumes(MediaType.ALL)
  HttpResponse<Delivery> test(Person person, ChannelId id) {
    return writer.write(
        person.id(),
        write -> {
          AskedSends.lock(write);
          ChannelRow row = ChannelStore.lock(write, id);
          DeliveryRow test = AskedSends.begin(write, row, new ChannelDecider(targets, write.now()));
          return Answers.done(test.delivery(), write.changeId());
        });
  }

  /** Confirms an e-mail address with the code that was sent there. */
  @Post("/{id}/confirm")
  HttpResponse<Channel> confirm(Person person, ChannelId id, @Body CodeDraft draft) {
    return writer.write(
        person.id(),
        write -> {
          ChannelRow before = ChannelStore.lock(write, id);
          boolean works =
              ChannelCodes.works(write.connection(), before.key(), draft.code(), write.now());
          ChannelRow after =
              new ChannelDecider(targets, write.now()).confirm(before, works).orRefuse();
          ChannelStore.update(write, before, after);
          return Answers.written(
              ChannelStore.shown(after), after.channel().version(), write.changeId());
        });
  }

  private static void askToConfirm(Write write, ChannelRow row, ChannelDecider decider) {
    if (row.channel().enabled() && row.channel().status() == ChannelStatus.UNCONFIRMED) {
      AskedSends.beginThere(write, row, decider);
    }
  }

  /** As Standard Webhooks has it: a prefix, and Base64. */
  private static String secret() {
    byte[] key = new byte[SECRET_BYTES];
    RANDOM.nextBytes(key);
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }
}
