package dev.punctual.notification;

import dev.punctual.contracts.ChannelStatus;
import dev.punctual.contracts.Delivery;
import dev.punctual.contracts.DeliveryStatus;
import dev.punctual.contracts.event.DueEvent.DeliveryDue;
import dev.punctual.notification.send.Reply;
import dev.punctual.store.ChannelRow;
import dev.punctual.store.ChannelRow.Outage;
import dev.punctual.store.DeliveryRow;
import dev.punctual.store.TaskRow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried, tried again, and given up (DESIGN §4). Pure. */
final class DeliveryDecider {
  static final int MAX_ATTEMPTS = 8;

  /** Longer than any try takes, the wait for its turn included. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** A reminder that is older tells nobody anything. */
  static final Duration MAX_AGE = Duration.ofDays(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MAX_ERROR = 300;

  private final Instant now;

  DeliveryDecider(Instant now) {
    this.now = now;
  }

  /** What becomes of a delivery that was said to be due. */
  sealed interface Due {
    /** Nothing: the event is older than the delivery, or it has come to its end. */
    record Ignored(String why) implements Due {}

    /** Its channel failed the last time, and may not be tried yet. */
    record Waits(DeliveryRow row) implements Due {}

    /**
     * It is leased, to be tried after the commit.
     *
     * @param channel after an outage it is tried by this one alone
     */
    record Leased(DeliveryRow row, ChannelRow channel) implements Due {}

    /** It has come to its end without another try. */
    record Ended(DeliveryRow row) implements Due {}
  }

  /**
   * Whether it is to be tried.
   *
   * @param channel as it is in this transaction
   * @param task what the delivery reminds of; null: it is a test, or the task is gone
   */
  Due due(DeliveryRow row, ChannelRow channel, @Nullable TaskRow task, DeliveryDue event) {
    Delivery delivery = row.delivery();
    if (delivery.status() != DeliveryStatus.PENDING) {
      return new Due.Ignored("the delivery is " + delivery.status().wireName());
    }
    if (event.revision() < row.revision()) {
      return new Due.Ignored("the delivery was tried after the timer was set");
    }
    if (Objects.requireNonNull(row.timerAt()).truncatedTo(ChronoUnit.SECONDS).isAfter(now)) {
      return new Due.Ignored("its next try is still to come");
    }
    if (!channel.channel().enabled() || channel.channel().status() == ChannelStatus.GONE) {
      return new Due.Ended(ended(row, DeliveryStatus.CANCELLED, "the channel is not in use"));
    }
    if (delivery.notificationId() != null && ChannelStates.isUnconfirmed(channel)) {
      return new Due.Ended(ended(row, DeliveryStatus.CANCELLED, "the address is not confirmed"));
    }
    if (delivery.notificationId() != null && isOver(task)) {
      return new Due.Ended(ended(row, DeliveryStatus.CANCELLED, "the task is done"));
    }
    if (delivery.createdAt().plus(MAX_AGE).isBefore(now)) {
      String last = delivery.error() == null ? "" : ": " + delivery.error();
      return new Due.Ended(
          ended(row, DeliveryStatus.FAILED, "it was not sent within a day" + last));
    }
    if (delivery.attempts() >= MAX_ATTEMPTS) {
      return new Due.Ended(
          ended(row, DeliveryStatus.FAILED, "nobody told what became of the last try"));
    }
    Instant leaseEnd = now.plus(LEASE);
    Outage outage = channel.outage();
    Instant retryAt = outage.retryAt();
    // Whoever tests a channel wants to know how it is now.
    if (retryAt != null && retryAt.isAfter(now) && delivery.notificationId() != null) {
      return new Due.Waits(
          row(row, DeliveryStatus.PENDING, delivery.attempts(), delivery.error(), retryAt));
    }
    return new Due.Leased(
        row(row, DeliveryStatus.PENDING, delivery.attempts() + 1, delivery.error(), leaseEnd),
        retryAt == null
            ? channel
            : ChannelStates.with(channel, new Outage(outage.failures(), leaseEnd)));
  }

  /**
   * What a try led to.
   *
   * @param row as it is in this transaction
   * @param channel before it is {@link ChannelStates#seen}
   * @param tried the revision under which it was leased
   * @param random from 0 to 1: spreads the next tries
   * @return null: it came to its end meanwhile, or somebody else is trying
   */
  @Nullable DeliveryRow answered(
      DeliveryRow row, ChannelRow channel, int tried, Reply reply, double random) {
    if (row.delivery().status() != DeliveryStatus.PENDING) {
      return null;
    }
    if (reply instanceof Reply.Taken) {
      return ended(row, DeliveryStatus.SENT, null);
    }
    if (row.revision() != tried) {
      return null;
    }
    return switch (reply) {
      case Reply.Taken() -> ended(row, DeliveryStatus.SENT, null);
      case Reply.Gone(String why) -> ended(row, DeliveryStatus.FAILED, why);
      case Reply.Never(String why) -> ended(row, DeliveryStatus.FAILED, why);
      case Reply.NotNow(String why, var wait) ->
          isTest(row, channel) || row.delivery().attempts() >= MAX_ATTEMPTS
              ? ended(row, DeliveryStatus.FAILED, why)
              : again(row, row.delivery().attempts(), why, failedAgain(row, channel, wait, random));
      case Reply.Untried() ->
          again(row, row.delivery().attempts() - 1, row.delivery().error(), free(channel, random));
    };
  }

  /** Whoever tests a channel waits for the answer; who is sent a code does not. */
  private static boolean isTest(DeliveryRow row, ChannelRow channel) {
    return row.delivery().notificationId() == null && !ChannelStates.isUnconfirmed(channel);
  }

  /** Before the next try: 30 s, then four times as long each time, at most 1 h; ± a fifth. */
  static Duration pause(int attempts, double random) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << 2 * Math.clamp(attempts - 1, 0, 8));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return Duration.ofMillis(Math.round(bounded.toMillis() * (0.8 + 0.4 * random)));
  }

  private DeliveryRow again(DeliveryRow row, int attempts, @Nullable String error, Instant at) {
    return row(row, DeliveryStatus.PENDING, attempts, error, at);
  }

  /** The longer the delivery, its channel, or what it asks for has us wait. */
  private Instant failedAgain(
      DeliveryRow row, ChannelRow channel, @Nullable Duration wait, double random) {
    int failures = Math.max(row.delivery().attempts(), channel.outage().failures() + 1);
    Duration pause = pause(failures, random);
    return now.plus(wait != null && wait.compareTo(pause) > 0 ? wait : pause);
  }

  /** Not before its channel may be tried. */
  private Instant free(ChannelRow channel, double random) {
    Instant soon = now.plus(pause(1, random));
    Instant retryAt = channel.outage().retryAt();
    return retryAt != null && retryAt.isAfter(soon) ? retryAt : soon;
  }

  private static boolean isOver(@Nullable TaskRow task) {
    return task == null || task.deletedAt() != null || !task.task().status().isOpen();
  }

  private DeliveryRow ended(DeliveryRow row, DeliveryStatus status, @Nullable String error) {
    return row(row, status, row.delivery().attempts(), error, null);
  }

  private DeliveryRow row(
      DeliveryRow row,
      DeliveryStatus status,
      int attempts,
      @Nullable String error,
      @Nullable Instant timerAt) {
    Delivery delivery = row.delivery();
    return new DeliveryRow(
        row.user(),
        new Delivery(
            delivery.id(),
            delivery.channelId(),
            delivery.notificationId(),
            status,
            attempts,
            error == null ? null : printable(error),
            delivery.createdAt(),
            timerAt == null ? now : null),
        timerAt,
        row.revision() + 1);
  }

  /** Without what no row takes, and no longer than anybody reads. */
  private static String printable(String error) {
    String text = error.replaceAll("\\p{Cntrl}", " ");
    if (text.length() <= MAX_ERROR) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(MAX_ERROR - 1));
    return text.substring(0, pair ? MAX_ERROR - 1 : MAX_ERROR);
  }
}
