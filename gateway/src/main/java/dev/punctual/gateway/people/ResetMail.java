package dev.punctual.gateway.people;

import dev.punctual.contracts.Uuid7;
import dev.punctual.gateway.config.PublicUrl;
import dev.punctual.gateway.http.SessionToken;
import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.outbound.Smtp;
import dev.punctual.runtime.secrets.SecretMissing;
import dev.punctual.runtime.secrets.Secrets;
import dev.punctual.store.Database;
import dev.punctual.store.DatabaseFault;
import dev.punctual.store.TimeSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails links that set a password, one after another, apart from the request: whether there is an
 * account cannot be told by how long it takes. A mail that fails is not tried again; whoever waits
 * for it asks again.
 */
@Singleton
final class ResetMail {
  private static final Logger LOG = LoggerFactory.getLogger(ResetMail.class);
  private static final int MAX_WAITING = 100;

  private final Database database;
  private final TimeSource time;
  private final Secrets secrets;
  private final OutboundConfig outbound;
  private final PublicUrl here;
  private final ThreadPoolExecutor sender =
      new ThreadPoolExecutor(
          1,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MAX_WAITING),
          Thread.ofPlatform().daemon().name("reset-mail").factory());

  ResetMail(
      Database database,
      TimeSource time,
      Secrets secrets,
      OutboundConfig outbound,
      PublicUrl here) {
    this.database = database;
    this.time = time;
    this.secrets = secrets;
    this.outbound = outbound;
    this.here = here;
    sender.allowCoreThreadTimeOut(true);
  }

  /** Whether there is a mail server, and an address that links can lead to. */
  boolean isOffered() {
    return outbound.mail() != null && here.url() != null;
  }

  /**
   * Mails a link to whoever has this address, if anybody has.
   *
   * @param email folded
   */
  void send(String email) {
    try {
      sender.execute(() -> find(email));
    } catch (RejectedExecutionException e) {
      LOG.warn("{} mails wait already: one is left out", MAX_WAITING);
    }
  }

  @PreDestroy
  void stop() {
    sender.shutdownNow();
  }

  private record Link(SessionToken secret, Instant made) {}

  private void find(String email) {
    try {
      Optional<Link> link =
          database.transaction(
              connection ->
                  AccountStore.find(connection, email)
                      .map(account -> new Offer(account, SessionToken.random()))
                      .filter(
                          offer ->
                              PasswordReset.offer(connection, offer.account().id(), offer.secret()))
                      .map(offer -> new Link(offer.secret(), time.now(connection))));
      if (link.isPresent()) {
        mail(email, link.get());
      }
    } catch (MessagingException | DatabaseFault | SecretMissing | UncheckedIOException e) {
      LOG.warn("a password cannot be reset by mail: {}", e.getMessage());
    }
  }

  private record Offer(AccountStore.Account account, SessionToken secret) {}

  private void mail(String email, Link link) throws MessagingException {
    OutboundConfig.Mail server = outbound.mail();
    if (server == null) {
      return;
    }
    // Behind the hash: it is sent to no server and stands in no log.
    String url = here.resolve("/reset#" + link.secret().text());
    new Smtp(server, secrets, (SSLSocketFactory) SSLSocketFactory.getDefault())
        .send(
            new Smtp.Letter(
                Uuid7.next().toString(),
                email,
                "Set a new password for Punctual",
                "Somebody, probably you, asked for a new password.\n\n"
                    + url
                    + "\n\nThe link works once, for half an hour. If it was not you, do nothing.\n",
                link.made()));
  }
}
