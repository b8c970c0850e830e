package dev.punctual.gateway.idempotency;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.idempotency.IdempotencyKeys.Taken;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.TimeSource;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request that may be sent again. Its first transaction takes the key, so that effect and key are
 * there together or not at all, and its last one keeps the answer. Used by one thread at a time.
 */
public final class KeyedRequest {
  static final String ATTRIBUTE = KeyedRequest.class.getName();

  /** The change of what changes nothing. */
  static final ChangeId NOTHING = new ChangeId(new UUID(0, 0));

  /** A person's keys at a time; more are refused. */
  private static final int MAX_KEYS = 10_000;

  /** How long the rest of a body may take that no route waits for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final String key;
  private final CompletableFuture<byte[]> hash;
  private final boolean toldOnce;
  private @Nullable UserId user;
  private @Nullable ChangeId change;
  private boolean answered;

  /**
   * A request with a key.
   *
   * @param hash of method, address and body, when all of it has been read
   * @param toldOnce whether its answer is a secret
   */
  KeyedRequest(String key, CompletableFuture<byte[]> hash, boolean toldOnce) {
    this.key = key;
    this.hash = hash;
    this.toldOnce = toldOnce;
  }

  /**
   * Takes the key in a transaction of its own, for what may be several writes or none: it must not
   * begin twice.
   *
   * @throws AnsweredBefore when the same request was answered
   * @throws Refused as {@link #take}
   */
  public void begin(Database database, TimeSource time, UserId owner) {
    awaitBody();
    database.write(owner, connection -> take(connection, owner, NOTHING, time.now(connection)));
    committed(NOTHING);
  }

  /** Gives the key back, where nothing was done under it: the request may be sent again. */
  public void giveBack(Database database) {
    UserId owner = user;
    if (owner != null && NOTHING.equals(change) && !answered) {
      database.write(owner, connection -> IdempotencyKeys.giveBack(connection, owner, key));
    }
  }

  /**
   * Keeps an answer that is told after the response has begun.
   *
   * @param id null: it changed nothing
   */
  public void keep(Database database, Record answer, @Nullable ChangeId id) {
    keep(database, HttpResponse.ok(answer), id == null ? NOTHING : id);
  }

  /** Keeps the answer to what took several transactions, when all have been committed. */
  void keep(Database database, HttpResponse<?> answer, ChangeId id) {
    UserId owner = Objects.requireNonNull(user, "the key was not taken");
    database.write(owner, connection -> keep(connection, answer, id));
  }

  /** The request at hand, where it has a key. */
  public static Optional<KeyedRequest> current() {
    return ServerRequestContext.currentRequest()
        .flatMap(request -> request.getAttribute(ATTRIBUTE, KeyedRequest.class));
  }

  /**
   * Takes the key of the request at hand, where it has one, in a transaction that is no {@code
   * Write}: for routes that are {@link ToldOnce}.
   */
  public static void takeCurrent(Connection connection, UserId owner, Instant now) {
    current()
        .ifPresent(request -> request.take(connection, owner, new ChangeId(Uuid7.next()), now));
  }

  /** Waits for what tells the request from others; before a transaction, which is dear. */
  public void awaitBody() {
    byte[] known = hash();
    assert known.length > 0;
  }

  /**
   * Takes the key in a transaction, unless an earlier one of this request has.
   *
   * @param owner whose key it is
   * @throws AnsweredBefore when the same request was answered
   * @throws Refused when the key is another request's, the same request is still running, or its
   *     answer was not kept
   */
  public void take(Connection connection, UserId owner, ChangeId id, Instant now) {
    if (change != null) {
      return;
    }
    user = owner;
    try {
      if (!IdempotencyKeys.take(connection, owner, key, hash(), id, now)) {
        // Between the two it can only run out.
        throw IdempotencyKeys.find(connection, owner, key)
            .map(this::again)
            .orElseGet(KeyedRequest::inUse);
      }
    } catch (DatabaseFault fault) {
      throw fault.sqlState().equals(LOCK_NOT_AVAILABLE) ? inUse() : fault;
    }
    if (IdempotencyKeys.exceed(connection, owner, MAX_KEYS)) {
      throw new Refused(
          ProblemCode.TOO_MANY,
          IdempotencyFilter.HEADER,
          "A person has at most " + MAX_KEYS + " keys in 24 hours.");
    }
  }

  /** Keeps the answer in the transaction of the write, where it is one that may be kept. */
  public void keep(Connection connection, @Nullable Object result, ChangeId id) {
    UserId owner = user;
    if (!toldOnce && owner != null && result instanceof HttpResponse<?> response) {
      KeptAnswer.of(response, id)
          .ifPresent(
              answer -> {
                IdempotencyKeys.answer(connection, owner, key, answer);
                answered = true;
              });
    }
  }

  /** The transaction that took the key has been committed. */
  public void committed(ChangeId id) {
    change = id;
  }

  /** The change of a write of several transactions, whose answer is to be kept yet. */
  Optional<ChangeId> unanswered() {
    return answered || toldOnce ? Optional.empty() : Optional.ofNullable(change);
  }

  private RuntimeException again(Taken taken) {
    if (!Arrays.equals(taken.hash(), hash())) {
      return new Refused(
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          IdempotencyFilter.HEADER,
          "Another request was sent under this key; use a new one for each write.");
    }
    return taken
        .answer()
        .<RuntimeException>map(AnsweredBefore::new)
        .orElseGet(
            () ->
                new Refused(
                    ProblemCode.ANSWER_NOT_KEPT,
                    IdempotencyFilter.HEADER,
                    "It was begun before as change "
                        + taken.change()
                        + ", and its answer is not kept; look what is there."));
  }

  private static Refused inUse() {
    return new Refused(
        ProblemCode.IDEMPOTENCY_KEY_IN_USE,
        IdempotencyFilter.HEADER,
        "The same request is still running; try again in a moment.");
  }

  private byte[] hash() {
    try {
      return hash.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new Refused(ProblemCode.BAD_REQUEST, "", "The body is too large or does not end.");
    }
  }
}
