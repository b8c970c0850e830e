package dev.punctual.notification.send;

import dev.punctual.contracts.ChannelKind;
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

  /** A try that begins with less of its lease left could overlap with somebody else's. */
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

  private static final long STOP_MILLIS = 1_000;

  private final Map<ChannelKind, Carrier> carriers = new EnumMap<>(ChannelKind.class);
  private final BiConsumer<Parcel, Reply> answers;
  private final Lanes lanes = new Lanes(this);

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
    HttpPost http = new HttpPost(config.addresses(), tls);
    carriers.put(ChannelKind.WEBHOOK, new WebhookCarrier(http, clock));
    if (config.mail() != null) {
      carriers.put(ChannelKind.EMAIL, new MailCarrier(config.mail(), secrets, tls));
    }
    if (config.push() != null) {
      carriers.put(
          ChannelKind.PUSH, new PushCarrier(http, new Vapid(config.push(), secrets), clock));
    }
  }

  /** Sends, and returns at once. */
  public void send(List<Parcel> parcels) {
    parcels.forEach(lanes::add);
  }

  /** Begins nothing more, and waits a second for what is being sent. */
  public void stop() {
    lanes.stop(STOP_MILLIS);
  }

  @Override
  public boolean carry(Parcel parcel) {
    if (parcel.leaseEndNanos() - System.nanoTime() < LONGEST_TRY.toNanos()) {
      leave(parcel);
      return true;
    }
    Reply reply = reply(parcel);
    answers.accept(parcel, reply);
    return !(reply instanceof Reply.NotNow || reply instanceof Reply.Gone);
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
    try {
      return carrier.carry(parcel);
    } catch (RuntimeException e) {
      // A secret that is missing, a store that is away, or a mistake of ours: never the parcel's.
      LOG.warn("{} could not be tried", parcel.channel(), e);
      return new Reply.NotNow("it could not be tried", null);
    }
  }
}
