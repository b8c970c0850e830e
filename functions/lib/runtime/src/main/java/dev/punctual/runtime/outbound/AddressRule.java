package dev.punctual.runtime.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * To which addresses a person may have us connect: those of the public Internet, and the networks
 * that the configuration names. Of IPv6 only global unicast (2000::/3) without what carries IPv4 or
 * is set aside; of IPv4 all that IANA's special-purpose registry does not keep from being reached.
 */
public final class AddressRule {
  private static final Networks REFUSED =
      Networks.parse(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,"
              + "192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,"
              + "198.51.100.0/24,203.0.113.0/24,224.0.0.0/3,"
              + "2001::/23,2001:db8::/32,2002::/16,3fff::/20");
  private static final Networks GLOBAL_UNICAST = Networks.parse("2000::/3");

  private final Networks allowed;

  private AddressRule(Networks allowed) {
    this.allowed = allowed;
  }

  /**
   * The rule with its exceptions.
   *
   * @param networks such as {@code 10.1.0.0/16,fd00::/8}; empty: none
   * @throws IllegalArgumentException naming what is no network
   */
  public static AddressRule allowing(String networks) {
    return new AddressRule(Networks.parse(networks));
  }

  /** Whether some network is allowed that is not public: plain HTTP is for these alone. */
  public boolean hasExceptions() {
    return !allowed.isEmpty();
  }

  /** Whether the configuration names this address. */
  public boolean isException(InetAddress address) {
    return allowed.contain(address);
  }

  /** Whether it may be connected to. */
  public boolean allows(InetAddress address) {
    if (isException(address)) {
      return true;
    }
    boolean reachable = address instanceof Inet4Address || GLOBAL_UNICAST.contain(address);
    return reachable && !REFUSED.contain(address);
  }
}
