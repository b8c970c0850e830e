package dev.punctual.notification.send;

import static org.assertj.core.api.Assertions.assertThat;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.contracts.Uuid7;
import dev.punctual.store.ChannelRow;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final long EACH = Parcels.parcel(channel(person())).weight();

  private final UserId ada = person();
  private final UserId bob = person();
  private final Turns turns = new Turns(new Turns.Limits(2, 10 * EACH, 6 * EACH));

  @Test
  void aChannelHasOneParcelUnderWay() {
    ChannelRow channel = channel(ada);
    Parcel first = add(channel);
    Parcel second = add(channel);

    assertThat(turns.next()).isSameAs(first);
    assertThat(turns.next()).isNull();
    assertThat(turns.done(first, true)).isEmpty();
    assertThat(turns.next()).isSameAs(second);
  }

  @Test
  void aPersonHasAFewUnderWayHoweverManyChannels() {
    Parcel first = add(channel(ada));
    Parcel second = add(channel(ada));
    Parcel third = add(channel(ada));
    Parcel other = add(channel(bob));

    assertThat(List.of(turn(), turn(), turn())).containsExactlyInAnyOrder(first, second, other);
    assertThat(turns.next()).isNull();
    assertThat(turns.done(second, false)).isEmpty();
    assertThat(turns.next()).isSameAs(third);
  }

  @Test
  void peopleTakeTurns() {
    Parcel first = add(channel(ada));
    add(channel(ada));
    Parcel other = add(channel(bob));

    assertThat(turns.next()).isSameAs(first);
    assertThat(turns.next()).isSameAs(other);
  }

  @Test
  void whatWaitsForAChannelThatFailsIsPutOffWithIt() {
    ChannelRow channel = channel(ada);
    Parcel first = add(channel);
    Parcel second = add(channel);
    Parcel elsewhere = add(channel(ada));
    assertThat(turns.next()).isSameAs(first);

    assertThat(turns.done(first, false)).containsExactly(second);
    assertThat(turns.next()).isSameAs(elsewhere);
    assertThat(turns.next()).isNull();
  }

  @Test
  void thereIsRoomForSoMuchOfOnePersonAndForSoMuchInAll() {
    ChannelRow channel = channel(ada);
    for (int i = 0; i < 6; i++) {
      assertThat(turns.add(Parcels.parcel(channel))).isTrue();
    }
    assertThat(turns.add(Parcels.parcel(channel))).isFalse();
    for (int i = 0; i < 4; i++) {
      assertThat(turns.add(Parcels.parcel(channel(bob)))).isTrue();
    }
    assertThat(turns.add(Parcels.parcel(channel(bob)))).isFalse();
    assertThat(turns.add(Parcels.parcel(channel(person())))).isFalse();

    Parcel first = turn();
    assertThat(turns.done(first, false)).hasSize(5);
    assertThat(turns.add(Parcels.parcel(channel))).isTrue();
  }

  private Parcel add(ChannelRow channel) {
    Parcel parcel = Parcels.parcel(channel);
    assertThat(turns.add(parcel)).isTrue();
    return parcel;
  }

  private Parcel turn() {
    Parcel next = turns.next();
    assertThat(next).isNotNull();
    return Objects.requireNonNull(next);
  }

  private static UserId person() {
    return new UserId(Uuid7.next());
  }

  private static ChannelRow channel(UserId user) {
    return Parcels.channel(user, ChannelKind.WEBHOOK, "https://example.net/", null);
  }
}
