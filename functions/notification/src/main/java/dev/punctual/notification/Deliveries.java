package dev.punctual.notification;

import dev.punctual.notification.send.Parcel;
import dev.punctual.notification.send.Sender;
import dev.punctual.runtime.DatabaseSession;
import dev.punctual.runtime.RuntimeConfig;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands behind deliveries: threads, a connection of its own, the channels' configuration.
 * None of it is there until there is a delivery.
 */
@Singleton
final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private static final int MAX_BATCHES = 8;

  private final RuntimeConfig config;
  private final Secrets secrets;
  private final Map<String, String> environment;
  private final @Nullable SSLSocketFactory tls;
  private final Semaphore batches = new Semaphore(MAX_BATCHES);
  private @Nullable Sender sender;
  private @Nullable Answers answers;
  private boolean stopped;

  @Inject
  Deliveries(RuntimeConfig config, Secrets secrets) {
    this(config, secrets, System.getenv(), null);
  }

  Deliveries(
      RuntimeConfig config,
      Secrets secrets,
      Map<String, String> environment,
      @Nullable SSLSocketFactory tls) {
    this.config = config;
    this.secrets = secrets;
    this.environment = environment;
    this.tls = tls;
  }

  /**
   * Sends what was leased, once that is committed; returns at once, unless several batches wait
   * already: then the topic keeps what is due.
   */
  void send(List<Parcel> parcels) {
    batches.acquireUninterruptibly();
    // The first time much has to be loaded, for which no reminder waits.
    Thread unused = Thread.ofPlatform().daemon().name("deliveries").start(() -> begin(parcels));
  }

  private void begin(List<Parcel> parcels) {
    try {
      Sender ready = sender();
      if (ready != null) {
        ready.send(parcels);
      }
    } catch (RuntimeException e) {
      LOG.error("{} deliveries wait for their next try", parcels.size(), e);
    } finally {
      batches.release();
    }
  }

  /** Null: nothing is begun any more. */
  private synchronized @Nullable Sender sender() {
    if (sender == null && !stopped) {
      OutboundConfig outbound = OutboundConfig.of(environment);
      SSLSocketFactory trusted =
          tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
      Answers fresh = new Answers(new DatabaseSession(config, secrets), config.function());
      answers = fresh;
      sender = new Sender(outbound, secrets, trusted, fresh::add);
    }
    return sender;
  }

  /** Begins nothing more, and has what was answered written down. */
  @PreDestroy
  synchronized void stop() {
    stopped = true;
    if (sender != null && answers != null) {
      sender.stop();
      answers.stop();
      sender = null;
      answers = null;
    }
  }
}
