package dev.punctual.gateway.channel;

import dev.punctual.contracts.Channel;
import dev.punctual.contracts.ChannelKind;
import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.Id.ChannelId;
import dev.punctual.contracts.Id.DeliveryId;
import dev.punctual.contracts.Id.UserId;
import dev.punctual.gateway.channel.AskedSends.Lately;
import dev.punctual.gateway.decide.Decision;
import dev.punctual.gateway.decide.Decision.Accepted;
import dev.punctual.gateway.decide.Decision.Rejected;
import dev.punctual.gateway.http.ProblemCode;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.PushKeys;
import dev.punctual.store.DeliveryRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules of channels. */
final class ChannelDecider {
  static final int MAX_CHANNELS = 20;
  static final int MAX_TESTS_AN_HOUR = 10;
  static final int MAX_CODES_A_DAY = 10;
  static final int MAX_CODES_THERE_A_DAY = 5;
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
            unknown(draft.kind()),
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
   * A delivery of nothing but itself, or of a code to an address that is not confirmed.
   *
   * @param lately how many of them there were
   */
  Decision<DeliveryRow> ask(ChannelRow row, DeliveryId id, Lately lately) {
    Channel channel = row.channel();
    if (!channel.enabled() || channel.status() == ChannelStatus.GONE) {
      return new Rejected<>(
          ProblemCode.WRONG_STATE,
          "status",
          "The channel is " + (channel.enabled() ? "gone; give it a new target." : "off."));
    }
    String tooMany = tooMany(AskedSends.What.to(row), lately);
    if (tooMany != null) {
      return new Rejected<>(ProblemCode.TOO_MANY, "", tooMany);
    }
    return new Accepted<>(
        new DeliveryRow(
            row.user(),
            new Delivery(id, channel.id(), null, DeliveryStatus.PENDING, 0, null, now, null),
            now,
            1));
  }

  /**
   * With the code that was mailed there. Nothing changes when the address is confirmed already.
   *
   * @param works whether it is one
   */
  Decision<ChannelRow> confirm(ChannelRow row, boolean works) {
    Channel channel = row.channel();
    if (channel.status() != ChannelStatus.UNCONFIRMED) {
      return new Accepted<>(row);
    }
    return works
        ? new Accepted<>(
            new ChannelRow(
                row.user(),
                copy(
                    channel,
                    channel.name(),
                    channel.target(),
                    channel.enabled(),
                    ChannelStatus.UNPROVED),
                row.keys(),
                row.outage()))
        : new Rejected<>(
            ProblemCode.INVALID_VALUE,
            "code",
            "It is not a code of the last day; a test of the channel sends another one.");
  }

  private static @Nullable String tooMany(AskedSends.What what, Lately lately) {
    return switch (what) {
      case TEST ->
          lately.tests() < MAX_TESTS_AN_HOUR
              ? null
              : "A person tests channels at most " + MAX_TESTS_AN_HOUR + " times an hour.";
      case CODE -> {
        if (lately.codes() >= MAX_CODES_A_DAY) {
          yield "A person has at most " + MAX_CODES_A_DAY + " codes sent a day.";
        }
        yield lately.codesThere() < MAX_CODES_THERE_A_DAY
            ? null
            : "An address is sent at most " + MAX_CODES_THERE_A_DAY + " codes a day.";
      }
    };
  }

  /** What is known of a channel to which nothing was sent. */
  private static ChannelStatus unknown(ChannelKind kind) {
    return kind == ChannelKind.EMAIL ? ChannelStatus.UNCONFIRMED : ChannelStatus.UNPROVED;
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
    Channel after =
        copy(before, name, target, enabled, elsewhere ? unknown(before.kind()) : before.status());
    return elsewhere
        ? new ChannelRow(row.user(), unheard(after), keys)
        : new ChannelRow(row.user(), after, keys, row.outage());
  }

  /** Without what was heard of another address. */
  private static Channel unheard(Channel channel) {
    return new Channel(
        channel.id(),
        channel.kind(),
        channel.name(),
        channel.target(),
        channel.enabled(),
        channel.status(),
        channel.secret(),
        null,
        null,
        channel.createdAt(),
        channel.updatedAt(),
        channel.version());
  }

  /** One version on. */
  private Channel copy(
      Channel channel, String name, String target, boolean enabled, ChannelStatus status) {
    return new Channel(
        channel.id(),
        channel.kind(),
        name,
        target,
        enabled,
        status,
        channel.secret(),
        channel.lastError(),
        channel.lastSentAt(),
        channel.createdAt(),
        now,
        channel.version() + 1);
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
