package dev.punctual.runtime.outbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which channels people can be reached, read alike by the gateway, which offers them, and the
 * function, which sends. Secrets are not here: the function asks for {@code smtp-password} and
 * {@code vapid-private-key} when it sends.
 *
 * @param mail null: no e-mail
 * @param push null: no web push
 * @param addresses {@code PUNCTUAL_CHANNEL_NETWORKS}: networks that webhooks and push services may
 *     be in although they are not public, with commas between; default none
 */
public record OutboundConfig(@Nullable Mail mail, @Nullable Push push, AddressRule addresses) {

  /** The name of the password for the mail server. */
  public static final String SMTP_PASSWORD = "smtp-password";

  /** The name of the key that web push is signed with: 32 bytes, Base64url. */
  public static final String VAPID_PRIVATE_KEY = "vapid-private-key";

  /**
   * The mail server.
   *
   * @param host {@code PUNCTUAL_SMTP_HOST}; without it there is no e-mail
   * @param port {@code PUNCTUAL_SMTP_PORT}; default 587
   * @param tls {@code PUNCTUAL_SMTP_TLS}: {@code starttls}, the default, or {@code none}
   * @param user {@code PUNCTUAL_SMTP_USER}; null: the server asks for none
   * @param from {@code PUNCTUAL_SMTP_FROM}, the sender's address; required with a host
   */
  public record Mail(String host, int port, boolean tls, @Nullable String user, String from) {
    public Mail {
      if (!from.matches("[^@\\s<>]+@[^@\\s<>]+")) {
        throw new IllegalArgumentException("PUNCTUAL_SMTP_FROM must be an e-mail address");
      }
      if (user != null && !tls) {
        throw new IllegalArgumentException(
            "PUNCTUAL_SMTP_USER with PUNCTUAL_SMTP_TLS=none would send the password in the open");
      }
    }

    static @Nullable Mail of(Map<String, String> environment) {
      String host = text(environment, "PUNCTUAL_SMTP_HOST");
      if (host == null) {
        return null;
      }
      String from = text(environment, "PUNCTUAL_SMTP_FROM");
      String tls = environment.getOrDefault("PUNCTUAL_SMTP_TLS", "starttls");
      if (!tls.equals("starttls") && !tls.equals("none")) {
        throw new IllegalArgumentException("PUNCTUAL_SMTP_TLS must be starttls or none");
      }
      return new Mail(
          host,
          port(environment),
          tls.equals("starttls"),
          text(environment, "PUNCTUAL_SMTP_USER"),
          from == null ? "" : from);
    }

    private static int port(Map<String, String> environment) {
      String port = text(environment, "PUNCTUAL_SMTP_PORT");
      if (port == null) {
        return 587;
      }
      if (port.matches("[1-9][0-9]{0,4}") && Integer.parseInt(port) <= 65_535) {
        return Integer.parseInt(port);
      }
      throw new IllegalArgumentException("PUNCTUAL_SMTP_PORT must be from 1 to 65535");
    }
  }

  /**
   * Who we are to push services (RFC 8292).
   *
   * @param publicKey {@code PUNCTUAL_VAPID_PUBLIC_KEY}, an uncompressed point of P-256, Base64url;
   *     without it there is no web push
   * @param subject {@code PUNCTUAL_VAPID_SUBJECT}, where a push service can complain: {@code
   *     mailto:} or {@code https:}; required with a key
   */
  public record Push(String publicKey, String subject) {
    public Push {
      if (!publicKey.matches("B[A-Za-z0-9_-]{86}")) {
        throw new IllegalArgumentException(
            "PUNCTUAL_VAPID_PUBLIC_KEY must be an uncompressed P-256 point in Base64url");
      }
      if (!subject.startsWith("mailto:") && !subject.startsWith("https:")) {
        throw new IllegalArgumentException(
            "PUNCTUAL_VAPID_SUBJECT must begin with mailto: or https:");
      }
    }

    static @Nullable Push of(Map<String, String> environment) {
      String key = text(environment, "PUNCTUAL_VAPID_PUBLIC_KEY");
      return key == null
          ? null
          : new Push(key, environment.getOrDefault("PUNCTUAL_VAPID_SUBJECT", ""));
    }
  }

  /**
   * As the environment says.
   *
   * @throws IllegalArgumentException naming the variable that is missing or wrong
   */
  public static OutboundConfig of(Map<String, String> environment) {
    AddressRule addresses;
    try {
      addresses = AddressRule.allowing(environment.getOrDefault("PUNCTUAL_CHANNEL_NETWORKS", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("PUNCTUAL_CHANNEL_NETWORKS: " + e.getMessage(), e);
    }
    return new OutboundConfig(Mail.of(environment), Push.of(environment), addresses);
  }

  private static @Nullable String text(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }
}
