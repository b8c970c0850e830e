package dev.punctual.local;

import dev.punctual.local.servers.Ports;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether the gateway can listen where it is asked to. */
final class ListenAddress {
  private ListenAddress() {}

  /** A sentence that says what to do; empty when nothing stands in the way. */
  static Optional<String> problem(String host, int port) {
    if (!isOurs(host)) {
      return Optional.of(
          host
              + " is no address of this machine: choose another one with --host, or leave it out.");
    }
    return port == 0 || Ports.isFree(host, port)
        ? Optional.empty()
        : Optional.of(
            "Port "
                + port
                + " of "
                + host
                + " is in use by another program: stop that one, or choose another port with"
                + " --port.");
  }

  private static boolean isOurs(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return false;
    }
  }
}
