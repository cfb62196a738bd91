package dev.hark.hub.event;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Which addresses a hub calls on behalf of a requester: public ones, so that nobody reaches the
 * operator's own network through the hub. It is the address that is connected to that is judged, so
 * that a name cannot point elsewhere afterwards.
 *
 * @param loopback whether this very machine may be called, as a hub on a loopback does
 */
record Reach(boolean loopback) {
  /** Networks that are not public, as first address and length of the prefix. */
  private static final List<Net> CLOSED =
      List.of(
          net("0.0.0.0", 8),
          net("10.0.0.0", 8),
          net("100.64.0.0", 10),
          net("127.0.0.0", 8),
          net("169.254.0.0", 16),
          net("172.16.0.0", 12),
          net("192.0.0.0", 24),
          net("192.0.2.0", 24),
          net("192.88.99.0", 24),
          net("192.168.0.0", 16),
          net("198.18.0.0", 15),
          net("198.51.100.0", 24),
          net("203.0.113.0", 24),
          net("224.0.0.0", 4),
          net("240.0.0.0", 4));

  /** Of IPv6 the global unicast addresses only, without those that carry an IPv4 address. */
  private static final Net GLOBAL = net("2000::", 3);

  private static final List<Net> CLOSED_6 =
      List.of(net("2001::", 23), net("2001:db8::", 32), net("2002::", 16), net("3fff::", 20));

  private record Net(byte[] first, int prefix) {
    boolean has(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < prefix; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static Net net(String first, int prefix) {
    try {
      return new Net(InetAddress.ofLiteral(first).getAddress(), prefix);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(first, e);
    }
  }

  boolean allows(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address.isLoopbackAddress()) {
      return loopback;
    }
    return switch (address) {
      case Inet4Address four -> CLOSED.stream().noneMatch(net -> net.has(bytes));
      case Inet6Address six ->
          GLOBAL.has(bytes) && CLOSED_6.stream().noneMatch(net -> net.has(bytes));
      default -> false;
    };
  }

  /** Whether a host is there and all its addresses may be called. */
  boolean allows(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(this::allows);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether a host is this very machine. */
  static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** An address that must not be called. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("not a public address");
    }
  }

  /** Makes sockets that connect to allowed addresses only. */
  SocketFactory sockets() {
    return new SocketFactory() {
      @Override
      public Socket createSocket() {
        return new Socket(Proxy.NO_PROXY) {
          @Override
          public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress target)
                || target.isUnresolved()
                || !allows(target.getAddress())) {
              throw new Refused();
            }
            super.connect(to, timeout);
          }
        };
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        throw new Refused();
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        throw new Refused();
      }

      @Override
      public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new Refused();
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
          throws IOException {
        throw new Refused();
      }
    };
  }
}
