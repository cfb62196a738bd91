package dev.hark.hub.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("EVENT-16")
class ReachTest {
  private final Reach outside = new Reach(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "ff02::1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1",
        "::ffff:192.168.0.1"
      })
  void nobodyReachesANetworkThatIsNotPublic(String address) {
    assertFalse(outside.allows(InetAddress.ofLiteral(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.32.0.1",
        "100.63.0.1",
        "193.0.0.1",
        "2a00:1450::1",
        "2606:4700::1"
      })
  void publicAddressesCanBeCalled(String address) {
    assertTrue(outside.allows(InetAddress.ofLiteral(address)));
  }

  @Test
  void onlyAHubOnTheLoopbackCallsTheLoopbackAndStillNoOtherNetwork() {
    Reach inside = new Reach(true);
    assertTrue(inside.allows(InetAddress.ofLiteral("127.0.0.1")));
    assertTrue(inside.allows(InetAddress.ofLiteral("::1")));
    assertFalse(inside.allows(InetAddress.ofLiteral("10.0.0.1")));
  }

  @Test
  void aSocketJudgesTheAddressThatItConnectsTo() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket refused = outside.sockets().createSocket();
        Socket taken = new Reach(true).sockets().createSocket()) {
      InetSocketAddress here =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
      assertThrows(Reach.Refused.class, () -> refused.connect(here, 1_000));
      taken.connect(here, 1_000);
      assertEquals(server.getLocalPort(), taken.getPort());
    }
  }
}
