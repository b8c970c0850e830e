package dev.punctual.gateway.config;

import dev.punctual.runtime.outbound.Networks;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Between the gateway and those who ask it.
 *
 * @param hosts names under which it may be asked, in lower case: {@code PUNCTUAL_HOSTS}, with
 *     commas between, beside {@code localhost} and where it listens. An address that is no name is
 *     always right: no page of another site can be made to have one
 * @param proxies {@code PUNCTUAL_TRUSTED_PROXIES}: networks of proxies whose {@code
 *     X-Forwarded-For} and {@code X-Forwarded-Proto} are believed; default none
 */
public record EdgeConfig(Set<String> hosts, Networks proxies) {
  private static final String PROXIES = "PUNCTUAL_TRUSTED_PROXIES";

  public EdgeConfig {
    hosts = Set.copyOf(hosts);
  }

  public static EdgeConfig of(Environment environment, ListenConfig listen) {
    Set<String> hosts = new HashSet<>(Set.of("localhost", lower(listen.host())));
    Arrays.stream(environment.text("PUNCTUAL_HOSTS", "").split(",", -1))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .forEach(host -> hosts.add(lower(host)));
    try {
      return new EdgeConfig(hosts, Networks.parse(environment.text(PROXIES, "")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(PROXIES + ": " + e.getMessage(), e);
    }
  }

  /**
   * Whether the gateway may be asked under this name.
   *
   * @param authority a Host header: a name or an address, perhaps with a port
   */
  public boolean isOurs(String authority) {
    String host = lower(authority).replaceFirst(":[0-9]*$", "");
    return hosts.contains(host)
        || host.endsWith(".localhost")
        || host.matches("[0-9]+(\\.[0-9]+){3}")
        || host.startsWith("[") && host.endsWith("]");
  }

  /** Whether what this peer says of others is believed. */
  public boolean isProxy(InetAddress address) {
    return proxies.contain(address);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
