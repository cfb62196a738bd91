package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.hub.RawHttp.Reply;
import dev.hark.wire.AuditEntryJson;
import dev.hark.wire.TokenJson;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitTest {
  @TempDir Path data;

  private TestHub behindProxy(String... limits) {
    try {
      Files.createDirectories(data);
      Files.write(data.resolve("hub.conf"), List.of(limits));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new TestHub(data, config -> config.withProxies(List.of("127.0.0.1", "10.0.0.0/8")));
  }

  private static Reply health(TestHub hub, String forwarded) {
    return RawHttp.request(hub.hub.uri(), "GET", "/health", "X-Forwarded-For: " + forwarded);
  }

  private static Reply account(TestHub hub, String forwarded, String token) {
    return RawHttp.request(
        hub.hub.uri(),
        "GET",
        "/account",
        "X-Forwarded-For: " + forwarded,
        "Authorization: Bearer " + token);
  }

  @Test
  @Requirement("ID-40")
  void anAddressThatAsksTooOftenWaitsAsLongAsItIsTold() {
    try (TestHub hub = behindProxy("requests-per-minute-per-address = 3")) {
      for (int left = 2; left >= 0; left--) {
        Reply reply = health(hub, "192.0.2.1");
        assertEquals(200, reply.status());
        assertEquals("\"address\";q=3;w=60", reply.header("RateLimit-Policy"));
        assertTrue(reply.header("RateLimit").startsWith("\"address\";r=" + left + ";t="));
      }
      Reply refused = health(hub, "192.0.2.1");
      assertEquals(429, refused.status());
      assertEquals("20", refused.header("Retry-After"));
      assertEquals("\"address\";r=0;t=20", refused.header("RateLimit"));
      assertTrue(refused.body().contains("\"too-many\""), refused.body());
      assertEquals(200, health(hub, "192.0.2.2").status());

      hub.clock.forward(Duration.ofSeconds(19));
      assertEquals(429, health(hub, "192.0.2.1").status());
      hub.clock.forward(Duration.ofSeconds(1));
      assertEquals(200, health(hub, "192.0.2.1").status());
      assertEquals(429, health(hub, "192.0.2.1").status());
    }
  }

  @Test
  @Requirement("ID-40")
  void aTokenIsCountedWhereverItIsUsed() {
    try (TestHub hub = behindProxy("requests-per-minute-per-token = 2")) {
      Caller worker = hub.worker();
      Caller other = hub.worker();
      assertEquals(200, account(hub, "192.0.2.1", worker.token()).status());
      Reply second = account(hub, "192.0.2.2", worker.token());
      assertEquals(
          "\"address\";q=12000;w=60, \"token\";q=2;w=60", second.header("RateLimit-Policy"));
      assertTrue(
          second.header("RateLimit").contains("\"token\";r=0;t=30"), second.header("RateLimit"));
      Reply refused = account(hub, "192.0.2.3", worker.token());
      assertEquals(429, refused.status());
      assertEquals("30", refused.header("Retry-After"));
      assertEquals(200, account(hub, "192.0.2.1", other.token()).status());
    }
  }

  @Test
  @Requirement("ID-41")
  void whoGuessesTokensIsStoppedAndCounted() {
    try (TestHub hub = behindProxy("failed-sign-ins-per-minute = 3")) {
      Caller worker = hub.worker();
      for (int i = 0; i < 3; i++) {
        assertEquals(401, account(hub, "192.0.2.1", "guess" + i).status());
      }
      assertEquals(429, account(hub, "192.0.2.1", worker.token()).status());
      assertEquals(200, account(hub, "192.0.2.2", worker.token()).status());
      hub.clock.forward(Duration.ofSeconds(61));
      assertEquals(200, account(hub, "192.0.2.1", worker.token()).status());
      assertEquals(401, account(hub, "192.0.2.1", "guess").status());
      awaitFailures(hub, 4);
      String told = hub.operator().get("/audit?deed=login-failed").text();
      assertTrue(told.contains("nobody") && !told.contains("192.0.2"), told);
    }
  }

  private static void awaitFailures(TestHub hub, long count) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (failures(hub) != count) {
      assertTrue(System.nanoTime() < end, () -> "counted " + failures(hub));
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static long failures(TestHub hub) {
    List<AuditEntryJson> entries =
        IdentityTest.items(
            hub.operator().get("/audit?deed=login-failed"), new TypeReference<>() {});
    assertTrue(entries.size() <= 2, "one entry a minute at most");
    return entries.stream().mapToLong(AuditEntryJson::times).sum();
  }

  @Test
  @Requirement("ID-42")
  void onlyAStatedProxyIsBelieved() {
    try (TestHub hub = behindProxy("requests-per-minute-per-address = 1")) {
      assertEquals(200, health(hub, "198.51.100.1, 192.0.2.1").status());
      // What stands before the last address, anybody may have written.
      assertEquals(429, health(hub, "198.51.100.2, 192.0.2.1").status());
      assertEquals(429, health(hub, "192.0.2.1, 10.1.2.3").status());
      assertEquals(200, health(hub, "2001:db8::1").status());
      assertEquals(429, health(hub, "2001:db8::ffff").status());
      assertEquals(200, health(hub, "2001:db8:0:1::1").status());
      assertEquals(200, health(hub, "nonsense").status());
      assertEquals(429, health(hub, "other nonsense").status());
    }
    try (TestHub hub = new TestHub(data.resolve("alone"))) {
      Reply uncounted = health(hub, "192.0.2.1");
      assertEquals(200, uncounted.status());
      assertEquals("", uncounted.header("RateLimit"));
    }
  }

  @Test
  @Requirement({"ID-42", "HUB-1"})
  void aHubBehindAProxyListensElsewhereAndRefusesWhoComesPastTheProxy() {
    try (TestHub hub =
        new TestHub(
            data, config -> config.withHost("127.0.0.2").withProxies(List.of("127.0.0.9")))) {
      assertEquals("127.0.0.2", hub.hub.uri().getHost());
      // From this very machine one may come past it.
      assertEquals(200, health(hub, "192.0.2.1").status());
    }
    for (String wrong : List.of("proxy.example.org", "10.0.0.0/33", "10.0.0", "")) {
      Fault.Usage refused =
          assertThrows(
              Fault.Usage.class,
              () -> new TestHub(data, config -> config.withProxies(List.of(wrong))).close());
      assertTrue(Wording.of(Locale.ENGLISH).say(refused.sentence()).contains("10.0.0.0/8"));
    }
  }

  @Test
  @Requirement("ID-40")
  void limitsThatMakeNoSenseAreToldLineByLine() {
    Fault.BadFile refused =
        assertThrows(
            Fault.BadFile.class,
            () ->
                behindProxy("# mine", "connections = 5", "connections = none", "", "speed = 3")
                    .close());
    for (Locale language : List.of(Locale.ENGLISH, Locale.of("nl"))) {
      String said = Wording.of(language).say(refused.sentence());
      assertTrue(said.contains("3, 5") && said.contains("hub.conf"), said);
    }
  }

  @Test
  @Requirement("ID-12")
  void anOperatorSaysHowLongTokensLive() {
    try (TestHub hub = behindProxy("token-days = 30")) {
      Caller worker = hub.worker();
      TokenJson made = worker.post("/account/tokens").as(TokenJson.class);
      assertEquals(TestClock.START.plus(Duration.ofDays(30)), made.expires());
      hub.clock.forward(Duration.ofDays(31));
      assertEquals("token-expired", worker.get("/account").refusal());
    }
  }
}
