package dev.punctual.runtime.outbound;

import dev.punctual.runtime.secrets.Secrets;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * The configured mail server, with STARTTLS required unless it is said that there is none. Each
 * step takes at most 5 s. Whoever uses it brings jakarta.mail along: not every process sends mail.
 */
public final class Smtp {
  private static final String MILLIS = "5000";

  private final OutboundConfig.Mail config;
  private final Session session;

  /**
   * @param tls whom the server has to prove itself to
   */
  public Smtp(OutboundConfig.Mail config, Secrets secrets, SSLSocketFactory tls) {
    this.config = config;
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
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    this.session = Session.getInstance(properties, authenticator(config, secrets));
  }

  /** Asked each time: a changed password is taken up by the next mail. */
  private static @Nullable Authenticator authenticator(
      OutboundConfig.Mail config, Secrets secrets) {
    return config.user() == null
        ? null
        : new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(
                config.user(), secrets.secret(OutboundConfig.SMTP_PASSWORD));
          }
        };
  }

  /**
   * What is to be said to somebody.
   *
   * @param id of the Message-ID: the same on a repeat, so that it is seen as one (RFC 5322 §3.6.4)
   * @param to one address
   */
  public record Letter(String id, String to, String subject, String text, Instant date) {
    /** Keeps what is said out of logs. */
    @Override
    public String toString() {
      return "the letter " + id;
    }
  }

  /** How a conversation with the server begins. */
  @FunctionalInterface
  private interface Opening {
    void open(SMTPTransport transport) throws MessagingException;
  }

  /**
   * Sends a letter; the server has taken it when this returns.
   *
   * @throws MessagingException when the server is away, or does not take it
   */
  public void send(Letter letter) throws MessagingException {
    send(letter, SMTPTransport::connect);
  }

  /**
   * As {@link #send(Letter)}, over a connection that is there: whoever closes it ends the try.
   *
   * @param connection to the server, whose address has its name
   */
  public void send(Letter letter, Socket connection) throws MessagingException {
    send(letter, transport -> transport.connect(connection));
  }

  private void send(Letter letter, Opening opening) throws MessagingException {
    Message message = message(letter);
    boolean taken = false;
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      opening.open(transport);
      // It would give the same password to all that follow.
      session.setPasswordAuthentication(transport.getURLName(), null);
      transport.sendMessage(message, message.getAllRecipients());
      taken = true;
    } catch (MessagingException e) {
      // What goes wrong in saying good-bye does not undo it.
      if (!taken) {
        throw e;
      }
    }
  }

  private Message message(Letter letter) throws MessagingException {
    String domain = config.from().substring(config.from().indexOf('@') + 1);
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + letter.id() + "@" + domain + ">");
          }
        };
    message.setFrom(new InternetAddress(config.from()));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setSentDate(Date.from(letter.date()));
    // RFC 3834 §5: nobody's holiday answers to this.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(letter.text(), "UTF-8");
    message.saveChanges();
    return message;
  }
}
