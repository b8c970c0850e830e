package dev.punctual.local.dapr;

/** Dapr could not be started, rendered or stopped; the message says why. */
public final class DaprException extends RuntimeException {
  DaprException(String message) {
    super(message);
  }

  DaprException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
