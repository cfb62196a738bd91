package dev.hark.hub.gate;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that were stated when the hub was started: only what they say of whom they forward is
 * believed.
 */
public final class Proxies {
  private static final int IPV6_NETWORK_BYTES = 8;

  private final List<Network> networks;

  private Proxies(List<Network> networks) {
    this.networks = networks;
  }

  private record Network(byte[] address, int bits) {
    boolean has(InetAddress other) {
      byte[] bytes = other.getAddress();
      if (bytes.length != address.length) {
        return false;
      }
      int whole = bits / 8;
      if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) {
        return false;
      }
      int rest = bits % 8;
      return rest == 0 || ((bytes[whole] ^ address[whole]) & 0xff & (0xff << (8 - rest))) == 0;
    }
  }

  /**
   * @param stated addresses, or networks such as {@code 10.0.0.0/8}
   * @throws Fault.Usage where one is neither
   */
  public static Proxies of(List<String> stated) {
    return new Proxies(stated.stream().map(Proxies::network).toList());
  }

  private static Network network(String stated) {
    String[] parts = stated.strip().split("/", 2);
    InetAddress literal = literal(parts[0]);
    try {
      byte[] address = literal == null ? new byte[0] : literal.getAddress();
      int most = address.length * 8;
      int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : most;
      if (most > 0 && bits >= 0 && bits <= most) {
        return new Network(address, bits);
      }
    } catch (NumberFormatException e) {
      // Told below, like a network of too many bits.
    }
    throw new Fault.Usage(Sentence.of("server.bad-proxy", stated));
  }

  public boolean none() {
    return networks.isEmpty();
  }

  /**
   * Whose request it is.
   *
   * @param key by which requests are counted; an address of IPv6 counts with its network of 64
   *     bits, which one customer has
   * @param trusted whether it comes from this very machine, past any proxy
   */
  record Origin(String key, boolean trusted) {}

  /**
   * Whose request it is; empty where it comes past the stated proxies.
   *
   * @param peer address of the other end of the connection
   * @param forwarded the header X-Forwarded-For
   */
  Optional<Origin> origin(String peer, @Nullable String forwarded) {
    InetAddress address = literal(peer);
    if (address == null) {
      return Optional.empty();
    }
    if (!isProxy(address)) {
      return address.isLoopbackAddress()
          ? Optional.of(new Origin(key(address), true))
          : Optional.empty();
    }
    return Optional.of(new Origin(key(client(address, forwarded)), false));
  }

  /** The last address before the stated proxies: whatever stands before it, anybody may write. */
  private InetAddress client(InetAddress peer, @Nullable String forwarded) {
    InetAddress client = peer;
    String[] hops = forwarded == null ? new String[0] : forwarded.split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
      InetAddress hop = literal(hops[i].strip());
      if (hop == null) {
        return client;
      }
      client = hop;
    }
    return client;
  }

  private boolean isProxy(InetAddress address) {
    return networks.stream().anyMatch(network -> network.has(address));
  }

  /** Never asks the network, and does not take 10.1 for 10.0.0.1. */
  private static @Nullable InetAddress literal(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String plain = bracketed ? text.substring(1, text.length() - 1) : text;
    if (!plain.contains(":") && plain.chars().filter(letter -> letter == '.').count() != 3) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(plain);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String key(InetAddress address) {
    return address instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
        : address.getHostAddress();
  }
}
