package dev.punctual.gateway.channel;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.Outage;
import dev.punctual.store.ChannelRow.PushKeys;
import dev.punctual.store.DeliveryRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of channels. */
final class ChannelDecider {
  static final int MAX_CHANNELS = 20;
  static final int MAX_TESTS_AN_HOUR = 10;
  private static final int MAX_NAME = 80;

  private final Targets targets;
  private final Instant now;

  ChannelDecider(Targets targets, Instant now) {
    this.targets = targets;
    this.now = now;
  }

  /**
   * A new channel.
   *
   * @param secret that its deliveries are signed with, if it is a webhook
   * @param there how many the person has
   */
  Decision<ChannelRow> create(
      UserId user, ChannelId id, ChannelDraft draft, String secret, int there) {
    if (there >= MAX_CHANNELS) {
      return new Rejected<>(
          ProblemCode.TOO_MANY, "", "A person has at most " + MAX_CHANNELS + " channels.");
    }
    Channel blank =
        new Channel(
            id,
            draft.kind(),
            "",
            "",
            true,
            ChannelStatus.UNPROVED,
            draft.kind() == ChannelKind.WEBHOOK ? secret : null,
            null,
            null,
            now,
            now,
            0);
    return described(new ChannelRow(user, blank, null), draft);
  }

  /** The same channel, changed; equal to what it was when nothing is. */
  Decision<ChannelRow> edit(ChannelRow row, ChannelDraft draft) {
    if (draft.kind() != row.channel().kind()) {
      return new Rejected<>(
          ProblemCode.INVALID_VALUE, "kind", "A channel stays of its kind; make another one.");
    }
    return described(row, draft);
  }

  /**
   * A delivery of nothing but itself.
   *
   * @param lately how many of them the last hour saw
   */
  Decision<DeliveryRow> test(ChannelRow row, DeliveryId id, int lately) {
    Channel channel = row.channel();
    if (!channel.enabled() || channel.status() == ChannelStatus.GONE) {
      return new Rejected<>(
          ProblemCode.WRONG_STATE,
          "status",
          "The channel is " + (channel.enabled() ? "gone; give it a new target." : "off."));
    }
    if (lately >= MAX_TESTS_AN_HOUR) {
      return new Rejected<>(
          ProblemCode.TOO_MANY,
          "",
          "A channel is tested at most " + MAX_TESTS_AN_HOUR + " times an hour.");
    }
    return new Accepted<>(
        new DeliveryRow(
            row.user(),
            new Delivery(id, channel.id(), null, DeliveryStatus.PENDING, 0, null, now, null),
            now,
            1));
  }

  private Decision<ChannelRow> described(ChannelRow row, ChannelDraft draft) {
    return name(draft)
        .then(
            name ->
                targets
                    .check(draft)
                    .then(target -> new Accepted<>(described(row, draft, name, target))));
  }

  private ChannelRow described(ChannelRow row, ChannelDraft draft, String name, String target) {
    Channel before = row.channel();
    PushKeys keys =
        draft.keys() == null ? null : new PushKeys(draft.keys().p256dh(), draft.keys().auth());
    boolean enabled = draft.enabled() == null || draft.enabled();
    // What was known of another address says nothing of this one.
    boolean elsewhere = !before.target().equals(target) || !Objects.equals(row.keys(), keys);
    if (!elsewhere && before.name().equals(name) && before.enabled() == enabled) {
      return row;
    }
    return new ChannelRow(
        row.user(),
        new Channel(
            before.id(),
            before.kind(),
            name,
            target,
            enabled,
            elsewhere ? ChannelStatus.UNPROVED : before.status(),
            before.secret(),
            elsewhere ? null : before.lastError(),
            elsewhere ? null : before.lastSentAt(),
            before.createdAt(),
            now,
            before.version() + 1),
        keys,
        elsewhere ? Outage.NONE : row.outage());
  }

  private static Decision<String> name(ChannelDraft draft) {
    @Nullable String given = draft.name();
    String name = given == null ? draft.kind().wireName() : given.strip();
    if (name.isEmpty()) {
      return new Rejected<>(ProblemCode.EMPTY, "name", "A name has at least one character.");
    }
    if (name.codePointCount(0, name.length()) > MAX_NAME) {
      return new Rejected<>(
          ProblemCode.TOO_LONG, "name", "A name has at most " + MAX_NAME + " characters.");
    }
    return name.codePoints().anyMatch(Character::isISOControl)
        ? new Rejected<>(
            ProblemCode.INVALID_TEXT, "name", "A name has no control characters in it.")
        : new Accepted<>(name);
  }
}
