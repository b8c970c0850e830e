package dev.punctual.notification.send;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** A failure in words that a person can act on, without what others wrote into it. */
final class Why {
  private Why() {}

  static String of(Exception failure) {
    return switch (failure) {
      case UnknownHostException e -> "its name cannot be resolved";
      case ConnectException e -> "nobody answers at its address";
      case SocketTimeoutException e -> "it does not answer in time";
      case SSLException e -> "no trusted connection to it can be made";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
