package dev.punctual.runtime.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * To which addresses a person may have us connect: those of the public Internet, and the networks
 * that the configuration names. Of IPv6 only global unicast (2000::/3) without what carries IPv4 or
 * is set aside; of IPv4 all that IANA's special-purpose registry does not keep from being reached.
 */
public final class AddressRule {
  private static final List<Network> REFUSED =
      networks(
          "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,"
              + "192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,198.18.0.0/15,"
              + "198.51.100.0/24,203.0.113.0/24,224.0.0.0/3,"
              + "2001::/23,2001:db8::/32,2002::/16,3fff::/20");
  private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

  private final List<Network> allowed;

  private AddressRule(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * The rule with its exceptions.
   *
   * @param networks such as {@code 10.1.0.0/16,fd00::/8}; empty: none
   * @throws IllegalArgumentException naming what is no network
   */
  public static AddressRule allowing(String networks) {
    return new AddressRule(networks(networks));
  }

  /** Whether some network is allowed that is not public: plain HTTP is for these alone. */
  public boolean hasExceptions() {
    return !allowed.isEmpty();
  }

  /** Whether the configuration names this address. */
  public boolean isException(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  /** Whether it may be connected to. */
  public boolean allows(InetAddress address) {
    if (isException(address)) {
      return true;
    }
    boolean reachable = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
    return reachable && REFUSED.stream().noneMatch(network -> network.contains(address));
  }

  private static List<Network> networks(String text) {
    List<Network> networks = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      if (!each.isBlank()) {
        networks.add(Network.parse(each.strip()));
      }
    }
    return networks;
  }

  /** An address and how many of its leading bits count. */
  private record Network(InetAddress address, int bits) {

    static Network parse(String text) {
      int slash = text.indexOf('/');
      try {
        if (slash > 0
            && text.substring(0, slash).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
          InetAddress address = InetAddress.getByName(text.substring(0, slash));
          int bits = Integer.parseInt(text.substring(slash + 1));
          if (bits >= 0 && bits <= 8 * address.getAddress().length) {
            return new Network(address, bits);
          }
        }
      } catch (UnknownHostException | NumberFormatException e) {
        // Told below, as any other text that is no network.
      }
      throw new IllegalArgumentException("not a network such as 10.1.0.0/16: " + text);
    }

    boolean contains(InetAddress other) {
      // The JDK makes an IPv4 address of one that is mapped into IPv6.
      byte[] mine = address.getAddress();
      byte[] theirs = other.getAddress();
      if (mine.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
