package dev.punctual.gateway.assistant.deed;

import dev.punctual.contracts.Id.ChangeId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.contracts.json.Json;
import dev.punctual.contracts.json.Json.UnknownFields;
import dev.punctual.gateway.assistant.deed.Deeds.Done;
import dev.punctual.gateway.chat.SessionStore;
import dev.punctual.gateway.chat.SessionStore.Stored;
import dev.punctual.gateway.http.Person;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.gateway.http.Refused;
import dev.punctual.gateway.write.Writer;
import dev.punctual.store.Change;
import dev.punctual.store.Database;
import dev.punctual.store.TimeSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Plans that wait for a yes, kept where sessions are. Each is used once at most: the first of two
 * who confirm it saves it as used, and only then it is carried out, against the versions of the
 * items that it was made for.
 */
@Singleton
public final class Plans {
  static final Duration TTL = Duration.ofMinutes(15);

  /** Series before tasks, each in the order of their keys. */
  private static final Comparator<Deed> LOCKING =
      Comparator.comparing(
          Deed::subject,
          Comparator.nullsLast(
              Comparator.comparing(Subject::kind)
                  .reversed()
                  .thenComparing(subject -> subject.id().toString())));

  private final SessionStore store;
  private final Deeds deeds;
  private final Writer writer;
  private final Database database;
  private final TimeSource time;

  Plans(SessionStore store, Deeds deeds, Writer writer, Database database, TimeSource time) {
    this.store = store;
    this.deeds = deeds;
    this.writer = writer;
    this.database = database;
    this.time = time;
  }

  /**
   * A plan as it is kept.
   *
   * @param sessionId of the conversation that it belongs to
   */
  record Kept(String kind, UUID sessionId, List<Deed> deeds, Instant expiresAt, boolean used) {
    static final String KIND = "plan";

    Kept {
      deeds = List.copyOf(deeds);
    }
  }

  /** What was done at once, and the change that takes it back whole. */
  public record Carried(ChangeId change, List<Done> done) {
    public Carried {
      done = List.copyOf(done);
    }

    /** Whether anything is other than it was: without that there is nothing to take back. */
    public boolean isChange() {
      return done.stream().anyMatch(Done::isChange);
    }
  }

  /** What a yes led to, and in which conversation. */
  public record Confirmed(UUID sessionId, Carried carried) {}

  /** Keeps a plan for a while. */
  public Plan propose(Person person, UUID sessionId, List<Deed> wanted) {
    Instant expiresAt = database.now(time).plus(TTL);
    UUID id = Uuid7.next();
    boolean saved =
        store.create(
            person.id(), id, Json.write(new Kept(Kept.KIND, sessionId, wanted, expiresAt, false)));
    if (!saved) {
      throw new IllegalStateException("an id was given twice: " + id);
    }
    return new Plan(
        id,
        wanted.getFirst().kind().wireName(),
        wanted.stream().map(deed -> Objects.requireNonNull(deed.subject())).toList(),
        expiresAt);
  }

  /**
   * Carries a plan out, whole or not at all.
   *
   * @throws Refused when there is none, it has run out or been used, or an item has changed since
   */
  public Confirmed confirm(Person person, UUID id) {
    Stored stored = store.find(person.id(), id).orElseThrow(Refused::notFound);
    Kept plan = read(stored);
    if (plan.used()) {
      throw used();
    }
    if (!database.now(time).isBefore(plan.expiresAt())) {
      throw new Refused(
          ProblemCode.WRONG_STATE, "", "This plan has run out; ask again for what you want.");
    }
    Kept used = new Kept(Kept.KIND, plan.sessionId(), plan.deeds(), plan.expiresAt(), true);
    if (!store.replace(person.id(), id, Json.write(used), stored.etag())) {
      throw used();
    }
    return new Confirmed(plan.sessionId(), carryOut(person, plan.deeds()));
  }

  /** Does all of it in one change, or nothing. */
  public Carried carryOut(Person person, List<Deed> wanted) {
    return writer.write(
        person.id(),
        Change.Actor.ASSISTANT,
        write ->
            new Carried(
                write.changeId(),
                wanted.stream()
                    .sorted(LOCKING)
                    .map(deed -> deeds.perform(write, person, deed))
                    .toList()));
  }

  private static Refused used() {
    return new Refused(
        ProblemCode.WRONG_STATE,
        "",
        "This plan is not open any more: it was carried out, or an item had changed. Ask again for"
            + " what you want.");
  }

  private static Kept read(Stored stored) {
    Object tree = Json.parse(stored.state());
    boolean isPlan = tree instanceof Map<?, ?> fields && Kept.KIND.equals(fields.get("kind"));
    if (!isPlan) {
      throw Refused.notFound();
    }
    return Json.bind(tree, Kept.class, UnknownFields.IGNORE);
  }
}
