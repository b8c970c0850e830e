package dev.punctual.notification.send;

import dev.punctual.runtime.outbound.OutboundConfig;
import dev.punctual.runtime.outbound.Smtp;
import dev.punctual.runtime.secrets.Secrets;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** A message by SMTP. Its Message-ID is made of the delivery's id. */
final class MailCarrier implements Carrier {
  private final OutboundConfig.Mail config;
  private final Names names;
  private final Smtp smtp;

  MailCarrier(OutboundConfig.Mail config, Secrets secrets, SSLSocketFactory tls, Names names) {
    this.config = config;
    this.names = names;
    this.smtp = new Smtp(config, secrets, tls);
  }

  @Override
  public Reply carry(Parcel parcel, Deadline deadline) {
    try (Socket socket = connect(deadline)) {
      smtp.send(letter(parcel), socket);
      return new Reply.Taken();
    } catch (MessagingException e) {
      return refusal(e);
    } catch (IOException e) {
      return new Reply.NotNow("the mail server cannot be reached: " + Why.of(e), null);
    }
  }

  /** A socket of our own, since only that can be closed at the deadline. */
  private Socket connect(Deadline deadline) throws IOException {
    InetAddress found = names.resolve(config.host(), deadline)[0];
    // By the name that it has to prove, whatever else the address is called.
    InetAddress address = InetAddress.getByAddress(config.host(), found.getAddress());
    Socket socket = new Socket();
    try {
      deadline.guard(socket);
      socket.connect(new InetSocketAddress(address, config.port()), deadline.millisLeft());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
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

  /** Where nobody has asked for anything yet, no word is a person's. */
  private static String text(Parcel parcel) {
    if (parcel.code() != null) {
      return """
          Somebody, most likely you, would like reminders of Punctual to come to this address.
          If so, enter this code there within a day:

              %s

          If not, do nothing: no reminder comes.
          """
          .formatted(parcel.code());
    }
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
