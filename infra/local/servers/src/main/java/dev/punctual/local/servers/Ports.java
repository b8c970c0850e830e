package dev.punctual.local.servers;

import dev.punctual.local.servers.ServerException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports: which are free, and which one a data folder used before. */
public final class Ports {
  /** Below those that systems give to outgoing connections, which would take one at any moment. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 10_000;

  /** One after another, from anywhere, so that processes that choose at once seldom meet. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private Ports() {}

  /** A port that nothing listens on at this moment, another one each time. */
  public static int free() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree("127.0.0.1", port)) {
        return port;
      }
    }
    throw new ServerException(Reason.NOT_STARTED, "No free TCP port on this machine.");
  }

  /** Whether the port can be bound on the host right now. */
  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the servers do: a connection in TIME_WAIT does not occupy the port.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (UnknownHostException e) {
      throw new ServerException(Reason.NOT_STARTED, "Unknown host " + host + ".", e);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The port that was asked for; with 0 the one remembered in the file, or a free one when that is
   * taken or missing. What is chosen is written to the file.
   */
  static int remembered(String server, String host, int asked, Path file) throws IOException {
    if (asked != 0) {
      if (!isFree(host, asked)) {
        throw new ServerException(
            Reason.PORT_IN_USE, server + " cannot listen on " + host + ":" + asked + ": in use.");
      }
      return asked;
    }
    int last = read(file);
    int port = last != 0 && isFree(host, last) ? last : free();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, Integer.toString(port));
    return port;
  }

  private static int read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      int port = Integer.parseInt(Files.readString(file).strip());
      return port > 0 && port < 65_536 ? port : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
