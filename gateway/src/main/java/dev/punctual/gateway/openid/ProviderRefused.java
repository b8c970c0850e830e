package dev.punctual.gateway.openid;

/** The provider's answer cannot be believed, or there is none; the message is for the log. */
public final class ProviderRefused extends RuntimeException {
  ProviderRefused(String message) {
    super(message, null, false, false);
  }

  ProviderRefused(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
