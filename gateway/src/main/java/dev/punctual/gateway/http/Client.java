package dev.punctual.gateway.http;

import dev.punctual.gateway.config.EdgeConfig;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. What a proxy says of it is believed of configured proxies only:
 * anybody else could say anything.
 */
@Singleton
public final class Client {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

  private final EdgeConfig config;

  Client(EdgeConfig config) {
    this.config = config;
  }

  /**
   * From where the request came, as something to count by: the address, of IPv6 its /64, since
   * whoever has one has them all.
   */
  public InetAddress origin(HttpRequest<?> request) {
    InetAddress address = address(request);
    if (address instanceof Inet4Address) {
      return address;
    }
    byte[] network = address.getAddress();
    Arrays.fill(network, 8, network.length, (byte) 0);
    try {
      return InetAddress.getByAddress(network);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("of 16 bytes there is always an address", e);
    }
  }

  /**
   * The last address on the request's way that is no proxy of ours; of a way of proxies only, the
   * first.
   */
  private InetAddress address(HttpRequest<?> request) {
    InetAddress client = peer(request);
    if (!config.isProxy(client)) {
      return client;
    }
    String[] way = String.join(",", all(request, FORWARDED_FOR)).split(",", -1);
    for (int i = way.length - 1; i >= 0; i--) {
      InetAddress before = literal(way[i].strip());
      if (before == null) {
        return client;
      }
      client = before;
      if (!config.isProxy(client)) {
        return client;
      }
    }
    return client;
  }

  /** Whether the person's side of the way is encrypted. */
  public boolean isSecure(HttpRequest<?> request) {
    if (request.isSecure()) {
      return true;
    }
    List<String> said = all(request, FORWARDED_PROTO);
    return !said.isEmpty()
        && config.isProxy(peer(request))
        && said.getFirst().split(",", -1)[0].strip().equalsIgnoreCase("https");
  }

  private static InetAddress peer(HttpRequest<?> request) {
    InetSocketAddress peer = request.getRemoteAddress();
    return peer.getAddress();
  }

  private static List<String> all(HttpRequest<?> request, String header) {
    return request.getHeaders().getAll(header);
  }

  /** An address without asking anybody for a name. */
  private static @Nullable InetAddress literal(String text) {
    try {
      return text.matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")
          ? InetAddress.getByName(text)
          : null;
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
