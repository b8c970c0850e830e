package dev.punctual.notification.send;

import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A message by SMTP, with STARTTLS required. Its Message-ID is made of the delivery's id, so that a
 * repeat is seen as one (RFC 5322 §3.6.4).
 */
final class MailCarrier implements Carrier {
  private static final String MILLIS = "5000";

  private final OutboundConfig.Mail config;
  private final Secrets secrets;
  private final Session session;

  /** The one server is not to be stormed. */
  private final Semaphore connections = new Semaphore(8);

  MailCarrier(OutboundConfig.Mail config, Secrets secrets, SSLSocketFactory tls) {
    this.config = config;
    this.secrets = secrets;
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", config.host());
    properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(config.tls()));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.tls()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(config.user() != null));
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.put("mail.smtp.ssl.socketFactory", tls);
    this.session = Session.getInstance(properties);
  }

  @Override
  public Reply carry(Parcel parcel) {
    connections.acquireUninterruptibly();
    try {
      Message message = message(parcel);
      try (Transport transport = session.getTransport("smtp")) {
        transport.connect(
            config.user(),
            config.user() == null ? null : secrets.secret(OutboundConfig.SMTP_PASSWORD));
        transport.sendMessage(message, message.getAllRecipients());
      }
      return new Reply.Taken();
    } catch (MessagingException e) {
      return refusal(e);
    } finally {
      connections.release();
    }
  }

  private Message message(Parcel parcel) throws MessagingException {
    String domain = config.from().substring(config.from().indexOf('@') + 1);
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + parcel.id() + "@" + domain + ">");
          }
        };
    message.setFrom(new InternetAddress(config.from()));
    message.setRecipient(
        Message.RecipientType.TO, new InternetAddress(parcel.channel().channel().target(), true));
    message.setSubject(parcel.title(), "UTF-8");
    message.setSentDate(Date.from(parcel.delivery().delivery().createdAt()));
    // RFC 3834 §5: nobody's holiday answers to this.
    message.setHeader("Auto-Submitted", "auto-generated");
    String due = parcel.due();
    message.setText(parcel.title() + "\n" + (due == null ? "" : "Due " + due + "\n"), "UTF-8");
    message.saveChanges();
    return message;
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
