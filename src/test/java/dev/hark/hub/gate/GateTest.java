package dev.hark.hub.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
  private final AtomicLong millis =
      new AtomicLong(Instant.parse("2026-11-18T10:00:00Z").toEpochMilli());

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return Instant.ofEpochMilli(millis.get());
        }

        @Override
        public ZoneOffset getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
          return this;
        }
      };

  @Test
  @Requirement("ID-43")
  void aMillionAddressesAreForgottenAgain() {
    Buckets buckets = new Buckets(5, clock);
    for (int i = 0; i < 1_000_000; i++) {
      assertTrue(buckets.take("10." + i).allowed());
    }
    assertTrue(buckets.size() <= Buckets.MOST_CALLERS, () -> "kept " + buckets.size());
  }

  @Test
  @Requirement("ID-43")
  void aClockThatIsSetBackNeitherGivesNorStops() {
    Buckets buckets = new Buckets(2, clock);
    buckets.take("a");
    buckets.take("a");
    assertFalse(buckets.take("a").allowed());
    millis.addAndGet(-Duration.ofDays(1).toMillis());
    assertFalse(buckets.take("a").allowed());
    millis.addAndGet(Duration.ofSeconds(30).toMillis());
    assertTrue(buckets.take("a").allowed());
    assertFalse(buckets.take("a").allowed());
  }

  @Test
  @Requirement("ID-42")
  void whoComesPastTheProxyIsRefused() {
    Gate gate = new Gate(Limits.USUAL, Proxies.of(List.of("10.0.0.5")), clock);
    assertEquals("", gate.visit("127.0.0.1", null).policy());
    gate.visit("10.0.0.5", "192.0.2.1").countAddress();
    for (String peer : List.of("10.0.0.6", "192.0.2.1", "::2")) {
      Fault.Refused refused =
          assertThrows(Fault.Refused.class, () -> gate.visit(peer, "127.0.0.1"));
      assertEquals(Refusal.PROXY_ONLY, refused.refusal());
    }
  }

  @Test
  @Requirement("ID-42")
  void aNetworkOfProxiesEndsWhereItsBitsEnd() {
    Gate gate = new Gate(Limits.USUAL, Proxies.of(List.of("10.0.4.0/22", "2001:db8::/33")), clock);
    for (String inside : List.of("10.0.4.0", "10.0.7.255", "2001:db8:7fff::1")) {
      gate.visit(inside, "192.0.2.1").countAddress();
    }
    for (String outside : List.of("10.0.3.255", "10.0.8.0", "2001:db8:8000::1")) {
      assertThrows(Fault.Refused.class, () -> gate.visit(outside, "192.0.2.1"));
    }
  }
}
