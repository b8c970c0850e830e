package dev.punctual.notification.send;

import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose parcel is next: people by turns, of each at most so many at once, and of a channel one. Not
 * for several threads.
 */
final class Turns {
  private final Limits limits;
  private final Map<UserId, Person> people = new HashMap<>();
  private final Deque<Person> ready = new ArrayDeque<>();
  private long weight;

  /**
   * How much there may be.
   *
   * @param atOnce parcels of one person that are under way
   * @param weight of all that wait, in the unit of {@link Parcel#weight}
   * @param weightEach of what waits for one person
   */
  record Limits(int atOnce, long weight, long weightEach) {}

  Turns(Limits limits) {
    this.limits = limits;
  }

  /** What waits of one channel, in its order. */
  private static final class Lane {
    final Deque<Parcel> waiting = new ArrayDeque<>();
    boolean busy;
  }

  private static final class Person {
    final Map<ChannelId, Lane> lanes = new HashMap<>();
    final Deque<Lane> idle = new ArrayDeque<>();
    int running;
    long weight;
    boolean ready;
  }

  /** Has it wait for its turn; false: there is no room for it. */
  boolean add(Parcel parcel) {
    UserId user = parcel.channel().user();
    Person known = people.get(user);
    if (weight + parcel.weight() > limits.weight()
        || (known == null ? 0 : known.weight) + parcel.weight() > limits.weightEach()) {
      return false;
    }
    Person person = known == null ? new Person() : known;
    people.put(user, person);
    Lane lane = person.lanes.computeIfAbsent(parcel.channel().channel().id(), id -> new Lane());
    if (!lane.busy && lane.waiting.isEmpty()) {
      person.idle.add(lane);
    }
    lane.waiting.add(parcel);
    weigh(person, parcel.weight());
    offer(person);
    return true;
  }

  /** Begins with the one whose turn it is; null: nobody's. It is under way until {@link #done}. */
  @Nullable Parcel next() {
    Person person = ready.poll();
    if (person == null) {
      return null;
    }
    person.ready = false;
    Lane lane = person.idle.remove();
    Parcel parcel = lane.waiting.remove();
    lane.busy = true;
    person.running++;
    weigh(person, -parcel.weight());
    offer(person);
    return parcel;
  }

  /**
   * It is not under way any more.
   *
   * @param goOn whether its channel's next parcel may have its turn
   * @return those that will not have it, since the channel's may not
   */
  List<Parcel> done(Parcel parcel, boolean goOn) {
    UserId user = parcel.channel().user();
    Person person = people.get(user);
    Lane lane = person == null ? null : person.lanes.get(parcel.channel().channel().id());
    if (person == null || lane == null) {
      throw new IllegalStateException(parcel.channel() + " has nothing under way");
    }
    lane.busy = false;
    person.running--;
    List<Parcel> left = List.of();
    if (!goOn) {
      left = List.copyOf(lane.waiting);
      lane.waiting.clear();
      left.forEach(each -> weigh(person, -each.weight()));
    }
    if (lane.waiting.isEmpty()) {
      person.lanes.remove(parcel.channel().channel().id());
    } else {
      person.idle.add(lane);
    }
    offer(person);
    if (person.lanes.isEmpty()) {
      people.remove(user);
    }
    return left;
  }

  private void offer(Person person) {
    if (!person.ready && person.running < limits.atOnce() && !person.idle.isEmpty()) {
      person.ready = true;
      ready.add(person);
    }
  }

  private void weigh(Person person, long more) {
    person.weight += more;
    weight += more;
  }
}
