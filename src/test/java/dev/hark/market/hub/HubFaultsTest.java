package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.task.Answer;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubFaultsTest {
  private static final String GROUPS = "GET /api/v1/task-groups";
  private static final String ANSWER = "POST /api/v1/assignments/a1/answer";
  private static final String RECEIPT =
      "{\"assignmentId\":\"a1\",\"state\":\"SUBMITTED\",\"submitted\":\"2026-11-23T10:00:00Z\","
          + "\"reward\":{\"minor\":18,\"currency\":\"EUR\"}}";

  private final FakeHub hub = new FakeHub();
  private final HubMarketplace market =
      new HubMarketplace(hub.address(), "secret", Duration.ofMillis(700));

  @AfterEach
  void close() {
    market.close();
    hub.close();
  }

  private String down() {
    Fault.HubDown fault =
        assertThrows(Fault.HubDown.class, () -> market.offers(Optional.empty(), 5));
    String words = Wording.of(Locale.ENGLISH).say(fault.sentence());
    assertTrue(words.startsWith("The hub "), words);
    return fault.sentence().key();
  }

  @Test
  @Requirement("MKT-1")
  void nobodyAtTheAddressIsSaidAtOnce() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HubMarketplace nobody = new HubMarketplace("http://127.0.0.1:" + port, "secret")) {
      long start = System.nanoTime();
      Fault.HubDown fault = assertThrows(Fault.HubDown.class, nobody::about);
      assertEquals("market.no-answer", fault.sentence().key());
      assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
    }
  }

  @Test
  @Requirement("MKT-1")
  void aHubThatNeverAnswersIsWaitedForOnlySoLong() {
    hub.hangs(GROUPS);
    long start = System.nanoTime();
    assertEquals("market.slow", down());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(9).toNanos());
  }

  @ParameterizedTest
  @Requirement("MKT-2")
  @CsvSource(
      delimiter = '|',
      value = {
        "200|text/html|<html>Sign in to the hotel</html>",
        "200|application/json|{\"items\":[",
        "200|application/json|\"hello\"",
        "200|application/json|''",
        "200|text/plain|{\"items\":[]}",
        "302|text/html|moved",
        "404|text/html|<h1>nothing here</h1>",
        "400|application/problem+json|not json",
      })
  void nonsenseIsNeverTakenForAHub(int status, String type, String body) {
    hub.says(GROUPS, status, type, body);
    assertEquals("market.nonsense", down());
    assertEquals(1, hub.asked().size());
  }

  @Test
  @Requirement("MKT-2")
  void nonsenseNestedWithoutEndIsNonsense() {
    hub.says(GROUPS, "[".repeat(200_000));
    assertEquals("market.nonsense", down());
  }

  @Test
  @Requirement("MKT-3")
  void aStumbleIsTriedAgainWhereThatCannotDoubleAnything() {
    hub.says(ANSWER, 503, "text/plain", "busy").says(ANSWER, RECEIPT);
    assertEquals("a1", market.submit("a1", new Answer.Text("dawn"), "key-1").assignmentId());
    assertEquals(List.of("key-1", "key-1"), hub.asked().stream().map(FakeHub.Asked::key).toList());
    assertEquals("{\"text\":\"dawn\"}", hub.asked().getLast().body());
    assertEquals("Bearer secret", hub.asked().getLast().authorization());
  }

  @Test
  @Requirement("ID-46")
  void aHubThatAsksToWaitIsWaitedForAndThatIsSaid() {
    List<Sentence> told = new CopyOnWriteArrayList<>();
    market.tell(told::add);
    hub.refuses(ANSWER, 429, "too-many", "").says(ANSWER, RECEIPT);
    long start = System.nanoTime();
    assertEquals("a1", market.submit("a1", new Answer.Text("dawn"), "key-1").assignmentId());
    assertTrue(System.nanoTime() - start >= Duration.ofSeconds(1).toNanos());
    assertEquals(List.of("key-1", "key-1"), hub.asked().stream().map(FakeHub.Asked::key).toList());
    assertEquals(1, told.size());
    assertTrue(Wording.of(Locale.ENGLISH).say(told.getFirst()).contains("1 second"));
    assertTrue(Wording.of(Locale.of("nl")).say(told.getFirst()).contains("1 seconde"));
  }

  @Test
  @Requirement("ID-46")
  void aHubThatAsksForALongWaitIsNotWaitedFor() {
    hub.asksToWait("600").refuses(GROUPS, 429, "too-many", "");
    long start = System.nanoTime();
    Fault.Refused refused =
        assertThrows(Fault.Refused.class, () -> market.offers(Optional.empty(), 10));
    assertEquals(Refusal.TOO_MANY, refused.refusal());
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(20).toNanos());
    assertEquals(1, hub.asked().size());
  }

  @Test
  @Requirement("MKT-3")
  void aConnectionThatBreaksIsTriedAgain() {
    hub.breaks(ANSWER).says(ANSWER, RECEIPT);
    assertEquals("a1", market.submit("a1", new Answer.Text("dawn"), "key-1").assignmentId());
  }

  @Test
  @Requirement("MKT-3")
  void aHubThatFailsOnAndOnIsLeftAloneAfterThreeTries() {
    hub.refuses(GROUPS, 500, "hub-failed", "");
    assertEquals("market.failing", down());
    assertEquals(3, hub.asked().size());
  }

  @Test
  @Requirement("MKT-3")
  void makingAnAccountIsNeverTriedTwice() {
    hub.says("POST /api/v1/accounts", 503, "text/plain", "busy");
    try (HubAccounts accounts = new HubAccounts(hub.address())) {
      assertThrows(Fault.HubDown.class, () -> accounts.registerWorker("me"));
    }
    assertEquals(1, hub.asked().size());
  }

  @Test
  @Requirement("MKT-4")
  void aRefusalIsSaidInTheListenersLanguage() {
    hub.refuses(ANSWER, 410, "lease-expired", ",\"at\":\"2026-11-23T10:42:00Z\"");
    Fault.Refused fault =
        assertThrows(Fault.Refused.class, () -> market.submit("a1", new Answer.Text("x"), "key-1"));
    assertEquals(Refusal.LEASE_EXPIRED, fault.refusal());
    assertEquals(List.of(Instant.parse("2026-11-23T10:42:00Z")), fault.sentence().args());
    String words = Wording.of(Locale.of("nl")).say(fault.sentence());
    assertTrue(words.startsWith("Die taak is weg"), words);
  }

  @ParameterizedTest
  @Requirement("MKT-4")
  @CsvSource(
      delimiter = '|',
      value = {
        "400|invalid|,\"args\":[\"title: at most 200 characters\"]|INVALID",
        "400|invalid||INVALID",
        "400|something-new||INVALID",
        "401|unauthenticated||UNAUTHENTICATED",
        "401|something-new||UNAUTHENTICATED",
        "403|something-new||FORBIDDEN",
        "404|not-found|,\"args\":[null]|NOT_FOUND",
        "409|no-task-left|,\"args\":[\"too\",\"many\"]|NO_TASK_LEFT",
        "410|lease-expired||LEASE_EXPIRED",
        "413|something-new||TOO_LARGE",
        "429|something-new||TOO_MANY",
      })
  void everyRefusalHasWordsWhateverTheHubForgot(
      int status, String code, String more, Refusal refusal) {
    hub.refuses(GROUPS, status, code, more == null ? "" : more);
    Fault.Refused fault =
        assertThrows(Fault.Refused.class, () -> market.offers(Optional.empty(), 5));
    assertEquals(refusal, fault.refusal());
    assertTrue(Wording.of(Locale.ENGLISH).say(fault.sentence()).endsWith("."));
  }

  @Test
  @Requirement("MKT-4")
  void whatIsNoAddressIsSaidAtOnce() {
    Fault.Usage fault =
        assertThrows(Fault.Usage.class, () -> new HubMarketplace("my hub\u001b[31m", "secret"));
    assertEquals(List.of("my hub"), fault.sentence().args());
  }

  @Test
  void aFileComesAsItIs() throws IOException {
    hub.says("GET /api/v1/media/m1", 200, "audio/wav", "RIFFdata");
    assertEquals(8, Files.size(market.media("m1")));
  }

  @Test
  void returningTwiceIsFine() {
    hub.refuses("POST /api/v1/assignments/a1/return", 410, "returned", "");
    market.giveBack("a1");
    assertEquals(1, hub.asked().size());
  }
}
