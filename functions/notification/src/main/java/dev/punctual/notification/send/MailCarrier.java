package dev.punctual.notification.send;

import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.outbound.Smtp;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.mail.MessagingException;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A message by SMTP. Its Message-ID is made of the delivery's id. */
final class MailCarrier implements Carrier {
  private final Smtp smtp;

  /** The one server is not to be stormed. */
  private final Semaphore connections = new Semaphore(8);

  MailCarrier(OutboundConfig.Mail config, Secrets secrets, SSLSocketFactory tls) {
    this.smtp = new Smtp(config, secrets, tls);
  }

  @Override
  public Reply carry(Parcel parcel) {
    connections.acquireUninterruptibly();
    try {
      smtp.send(letter(parcel));
      return new Reply.Taken();
    } catch (MessagingException e) {
      return refusal(e);
    } finally {
      connections.release();
    }
  }

  private static Smtp.Letter letter(Parcel parcel) {
    return new Smtp.Letter(
        parcel.id(),
        parcel.channel().channel().target(),
        parcel.title(),
        text(parcel),
        parcel.delivery().delivery().createdAt());
  }

  private static String text(Parcel parcel) {
    String due = parcel.due();
    return parcel.title() + "\n" + (due == null ? "" : "Due " + due + "\n");
  }

  /** What the server refuses for good (5yz, RFC 5321 §4.2.1) of this message or this address. */
  private static Reply refusal(MessagingException failure) {
    for (@Nullable Exception e = failure;
        e instanceof MessagingException m;
        e = m.getNextException()) {
      int code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
          };
      if (code >= 500) {
        return new Reply.Never("the mail server refuses it: " + code);
      }
    }
    return new Reply.NotNow("the mail server does not take it: " + first(failure), null);
  }

  private static String first(MessagingException failure) {
    String message = String.valueOf(failure.getMessage());
    return message.lines().findFirst().orElse("");
  }
}
