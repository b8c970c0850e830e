package dev.punctual.notification.send;

import dev.punctual.contracts.ChannelKind;
import dev.punctual.notification.send.Deadline.End;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.secrets.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends parcels and tells what was answered. */
public final class Sender implements Lanes.Work {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private static final Duration LONGEST_TRY = Duration.ofSeconds(15);

  /** A try that begins with less of its lease left could overlap with somebody else's. */
  private static final Duration LEASE_LEFT = LONGEST_TRY.multipliedBy(2);

  /** Together no more than {@link dev.punctual.runtime.Handler#stop} has for it. */
  private static final long GRACE_NANOS = Duration.ofMillis(800).toNanos();

  private static final long CUT_NANOS = Duration.ofMillis(200).toNanos();

  /** Of what waits to be sent: some 16 MB, of which nobody has more than an eighth. */
  private static final Turns.Limits HTTP = new Turns.Limits(4, 16_000_000, 2_000_000);

  /** All mail goes to one server, which is not to be stormed, and may hang by itself. */
  private static final Turns.Limits MAIL = new Turns.Limits(2, 16_000_000, 2_000_000);

  private final Map<ChannelKind, Carrier> carriers = new EnumMap<>(ChannelKind.class);
  private final BiConsumer<Parcel, Reply> answers;
  private final Deadlines deadlines = new Deadlines();
  private final Lanes http = new Lanes("send", 64, HTTP, this);
  private final Lanes mail = new Lanes("mail", 8, MAIL, this);

  /**
   * Ready to send.
   *
   * @param tls whom servers have to prove themselves to
   * @param answers takes each parcel with its reply, on any thread
   */
  public Sender(
      OutboundConfig config,
      Secrets secrets,
      SSLSocketFactory tls,
      BiConsumer<Parcel, Reply> answers) {
    this.answers = answers;
    InstantSource clock = InstantSource.system();
    Names names = new Names();
    HttpPost post = new HttpPost(config.addresses(), tls, names);
    carriers.put(ChannelKind.WEBHOOK, new WebhookCarrier(post, clock));
    if (config.mail() != null) {
      carriers.put(ChannelKind.EMAIL, new MailCarrier(config.mail(), secrets, tls, names));
    }
    if (config.push() != null) {
      carriers.put(
          ChannelKind.PUSH, new PushCarrier(post, new Vapid(config.push(), secrets), clock));
    }
  }

  /** Sends; waits for nothing but for answers to be written down. */
  public void send(List<Parcel> parcels) {
    for (Parcel parcel : parcels) {
      (parcel.channel().channel().kind() == ChannelKind.EMAIL ? mail : http).add(parcel);
    }
  }

  /** Begins nothing more; what is being sent is over within a second. */
  public void stop() {
    http.stop();
    mail.stop();
    try {
      long end = System.nanoTime() + GRACE_NANOS;
      if (!(http.awaitEnd(GRACE_NANOS) && mail.awaitEnd(end - System.nanoTime()))) {
        deadlines.stop();
        end = System.nanoTime() + CUT_NANOS;
        if (!(http.awaitEnd(CUT_NANOS) && mail.awaitEnd(end - System.nanoTime()))) {
          LOG.warn("something is still being sent; it may be sent again");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean carry(Parcel parcel) {
    if (parcel.leaseEndNanos() - System.nanoTime() < LEASE_LEFT.toNanos()) {
      leave(parcel);
      return true;
    }
    Reply reply = reply(parcel);
    answers.accept(parcel, reply);
    return reply instanceof Reply.Taken || reply instanceof Reply.Never;
  }

  @Override
  public void leave(Parcel parcel) {
    answers.accept(parcel, new Reply.Untried());
  }

  private Reply reply(Parcel parcel) {
    ChannelKind kind = parcel.channel().channel().kind();
    Carrier carrier = carriers.get(kind);
    if (carrier == null) {
      return new Reply.NotNow("this installation has no " + kind.wireName(), null);
    }
    try (Deadline deadline = deadlines.begin(LONGEST_TRY)) {
      return inTime(carrier.carry(parcel, deadline), deadline.end());
    } catch (RuntimeException e) {
      // A secret that is missing, a store that is away, or a mistake of ours: never the parcel's.
      LOG.warn("{} could not be tried", parcel.channel(), e);
      return new Reply.NotNow("it could not be tried", null);
    }
  }

  /** What failed because we closed the connection says nothing by itself. */
  private static Reply inTime(Reply reply, End end) {
    if (!(reply instanceof Reply.NotNow)) {
      return reply;
    }
    return switch (end) {
      case NOT_YET -> reply;
      case TIME ->
          new Reply.NotNow("it does not answer within " + LONGEST_TRY.toSeconds() + " s", null);
      case STOP -> new Reply.Untried();
    };
  }
}
