package dev.punctual.runtime.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of addresses, such as {@code 10.1.0.0/16,fd00::/8}.
 *
 * @param all in any order; empty: none
 */
public record Networks(List<Network> all) {
  public Networks {
    all = List.copyOf(all);
  }

  /**
   * Networks with commas between.
   *
   * @throws IllegalArgumentException naming what is no network
   */
  public static Networks parse(String text) {
    List<Network> networks = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      if (!each.isBlank()) {
        networks.add(Network.parse(each.strip()));
      }
    }
    return new Networks(networks);
  }

  /** Whether one of them contains an address. */
  public boolean contain(InetAddress address) {
    for (Network network : all) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** An address and how many of its leading bits count. */
  public record Network(InetAddress address, int bits) {

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
