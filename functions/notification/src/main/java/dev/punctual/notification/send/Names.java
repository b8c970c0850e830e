package dev.punctual.notification.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up for as long as a try may last: the system's resolver cannot be told when to stop,
 * so it is left to a thread of its own.
 */
final class Names {
  private static final int MAX_LOOKUPS = 256;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MAX_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Lanes.daemons("lookup"));
  private final Lookup lookup;

  /** Who knows the addresses of a name. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  Names() {
    this(InetAddress::getAllByName);
  }

  Names(Lookup lookup) {
    this.lookup = lookup;
  }

  /**
   * All addresses of a name, at least one.
   *
   * @throws IOException when there is none, or it is not known in time
   */
  InetAddress[] resolve(String host, Deadline deadline) throws IOException {
    Future<InetAddress[]> found;
    try {
      found = threads.submit(() -> lookup.of(host));
    } catch (RejectedExecutionException e) {
      throw new IOException("too many names are being looked up", e);
    }
    try {
      return found.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("its name is not resolved in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unknown) {
        throw unknown;
      }
      throw new IOException("its name cannot be resolved", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("nobody waits for its name any more", e);
    }
  }
}
