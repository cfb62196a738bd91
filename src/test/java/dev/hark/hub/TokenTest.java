package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.hark.Requirement;
import dev.hark.wire.TokenJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class TokenTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private static List<TokenJson> tokens(Caller caller) {
    return IdentityTest.items(caller.get("/account/tokens"), new TypeReference<>() {});
  }

  private static TokenJson issue(Caller caller, Map<String, Object> wish) {
    return caller.post("/account/tokens", wish).as(TokenJson.class);
  }

  @Test
  @Requirement("ID-10")
  void tokensAreListedWithoutTheirSecrets() {
    Caller worker = hub.worker();
    hub.clock.forward(Duration.ofSeconds(1));
    TokenJson made = issue(worker, Map.of("name", "telephone"));
    assertTrue(worker.with(made).token().length() >= 43, "256 bits");
    List<TokenJson> listed = tokens(worker);
    assertEquals(List.of("telephone", ""), listed.stream().map(TokenJson::name).toList());
    assertEquals(List.of(false, true), listed.stream().map(TokenJson::current).toList());
    assertTrue(listed.stream().allMatch(token -> token.token() == null));
    String text = worker.get("/account/tokens").text();
    assertFalse(text.contains(worker.token()) || text.contains(worker.with(made).token()));
    assertEquals(
        "invalid", worker.post("/account/tokens", Map.of("name", "x".repeat(101))).refusal());
    assertEquals(201, worker.post("/account/tokens", Map.of("name", "x".repeat(100))).status());
  }

  @Test
  @Requirement("ID-10")
  void theDayOfATokensLastUseIsShown() {
    Caller worker = hub.worker();
    Caller phone = worker.with(issue(worker, Map.of("name", "phone")));
    assertNull(used(worker, "phone"));
    phone.get("/account");
    awaitUse(worker, "2026-11-18");
    hub.clock.forward(Duration.ofDays(2));
    assertEquals("2026-11-18", used(worker, "phone"));
    phone.get("/account");
    awaitUse(worker, "2026-11-20");
  }

  private static @Nullable String used(Caller worker, String name) {
    return tokens(worker).stream()
        .filter(token -> token.name().equals(name))
        .findFirst()
        .orElseThrow()
        .used();
  }

  /** The day is written beside the request. */
  private static void awaitUse(Caller worker, String day) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!day.equals(used(worker, "phone"))) {
      assertTrue(System.nanoTime() < end, () -> "used " + used(worker, "phone"));
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  @Requirement("ID-11")
  void aNarrowTokenDoesItsPartAndNoMore() {
    Caller worker = hub.worker();
    String group = hub.publish(hub.requester(), TestHub.group(2, true, null));
    Caller reader = worker.with(issue(worker, Map.of("scopes", List.of("worker:read"))));
    assertEquals(200, reader.get("/task-groups").status());
    assertEquals(200, reader.get("/earnings").status());
    var refused = reader.postKey("/task-groups/" + group + "/assignments", "a");
    assertEquals(403, refused.status());
    assertEquals("lacks-scope", refused.refusal());
    assertEquals("worker:work", refused.json().get("args").get(0).asText());
    assertEquals("lacks-scope", reader.post("/account/tokens").refusal());
    assertEquals("lacks-scope", reader.get("/account/tokens").refusal());

    Caller doer = worker.with(issue(worker, Map.of("scopes", List.of("worker:work"))));
    assertEquals(201, doer.postKey("/task-groups/" + group + "/assignments", "a").status());
    assertEquals("lacks-scope", doer.get("/assignments").refusal());
  }

  @Test
  @Requirement("ID-11")
  void payingNeedsAScopeOfItsOwn() {
    Caller requester = hub.requester();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    Caller worker = hub.worker();
    String id = hub.accept(worker, group, "a").id();
    hub.submit(worker, id, "words");
    Caller poster =
        requester.with(
            issue(requester, Map.of("scopes", List.of("requester:read", "requester:post"))));
    assertEquals(201, poster.post("/task-groups", TestHub.group(1, false, null)).status());
    assertEquals(200, poster.get("/submissions").status());
    assertEquals("lacks-scope", poster.post("/submissions/" + id + "/approve").refusal());
    Caller payer = requester.with(issue(requester, Map.of("scopes", List.of("requester:pay"))));
    assertEquals("lacks-scope", payer.get("/submissions").refusal());
    assertEquals(200, payer.post("/submissions/" + id + "/approve").status());
  }

  @Test
  @Requirement("ID-11")
  void noTokenIsWiderThanTheOneThatMadeItOrThanItsAccount() {
    Caller worker = hub.worker();
    Caller narrow = worker.with(issue(worker, Map.of("scopes", List.of("worker:read", "tokens"))));
    assertEquals(List.of("worker:read", "tokens"), issue(narrow, Map.of("name", "child")).scopes());
    assertEquals(
        "lacks-scope",
        narrow.post("/account/tokens", Map.of("scopes", List.of("worker:work"))).refusal());
    for (List<String> wrong : List.of(List.of("operate"), List.of("requester:pay"))) {
      assertEquals(403, worker.post("/account/tokens", Map.of("scopes", wrong)).status());
    }
    for (List<String> wrong : List.of(List.<String>of(), List.of("everything"))) {
      assertEquals("invalid", worker.post("/account/tokens", Map.of("scopes", wrong)).refusal());
    }
    assertEquals(
        "invalid",
        hub.operator()
            .post("/accounts/" + worker.id() + "/tokens", Map.of("scopes", List.of("operate")))
            .refusal());
  }

  @Test
  @Requirement("ID-12")
  void anEndedTokenIsToldFromAnUnknownOne() {
    Caller worker = hub.worker();
    TokenJson made = issue(worker, Map.of("expiresSeconds", 3_600));
    assertEquals(TestClock.START.plusSeconds(3_600), made.expires());
    Caller brief = worker.with(made);
    hub.clock.forward(Duration.ofSeconds(3_599));
    assertEquals(200, brief.get("/account").status());
    assertEquals(2, tokens(worker).size());
    hub.clock.forward(Duration.ofSeconds(1));
    var ended = brief.get("/account");
    assertEquals(401, ended.status());
    assertEquals("token-expired", ended.refusal());
    assertEquals(String.valueOf(made.expires()), ended.json().get("at").asText());
    assertEquals(
        "unauthenticated", new Caller(hub.hub.uri(), "", "guess").get("/account").refusal());
    assertEquals(200, worker.get("/account").status());
    assertEquals(1, tokens(worker).size());
    for (long absurd : new long[] {0, -1, 316_224_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals(
          "invalid", worker.post("/account/tokens", Map.of("expiresSeconds", absurd)).refusal());
    }
    assertEquals(
        201, worker.post("/account/tokens", Map.of("expiresSeconds", 316_224_000)).status());
  }

  @Test
  @Requirement("ID-13")
  void tokensAreRevokedOneByOneAllOthersOrAll() {
    Caller worker = hub.worker();
    TokenJson lost = issue(worker, Map.of("name", "lost"));
    assertEquals(204, worker.delete("/account/tokens/" + lost.id()).status());
    assertEquals("unauthenticated", worker.with(lost).get("/account").refusal());
    assertEquals(204, worker.delete("/account/tokens/" + lost.id()).status());

    Caller second = worker.with(issue(worker, Map.of()));
    assertEquals(204, worker.delete("/account/tokens?keep=current").status());
    assertEquals("unauthenticated", second.get("/account").refusal());
    assertEquals(200, worker.get("/account").status());

    Caller third = worker.with(issue(worker, Map.of()));
    assertEquals(204, third.delete("/account/tokens").status());
    assertEquals("unauthenticated", third.get("/account").refusal());
    assertEquals("unauthenticated", worker.get("/account").refusal());
  }

  @Test
  @Requirement("ID-13")
  void nobodyRevokesAnothersTokenButAnOperator() {
    Caller worker = hub.worker();
    Caller other = hub.worker();
    String id = tokens(worker).getFirst().id();
    assertEquals("not-found", other.delete("/account/tokens/" + id).refusal());
    assertEquals("forbidden", other.delete("/accounts/" + worker.id() + "/tokens/" + id).refusal());
    Caller operator = hub.operator();
    assertEquals(
        "not-found", operator.delete("/accounts/" + other.id() + "/tokens/" + id).refusal());
    assertEquals(200, worker.get("/account").status());
    assertEquals(204, operator.delete("/accounts/" + worker.id() + "/tokens/" + id).status());
    assertEquals("unauthenticated", worker.get("/account").refusal());

    TokenJson given = operator.post("/accounts/" + worker.id() + "/tokens").as(TokenJson.class);
    assertEquals(200, worker.with(given).get("/account").status());
    assertEquals(204, operator.delete("/accounts/" + worker.id() + "/tokens").status());
    assertEquals("unauthenticated", worker.with(given).get("/account").refusal());
    assertEquals(200, other.get("/account").status());
  }

  @Test
  @Requirement("ID-13")
  void anAccountHasAHundredTokensAtMost() {
    Caller worker = hub.worker();
    for (int i = 1; i < 100; i++) {
      issue(worker, Map.of());
    }
    assertEquals("invalid", worker.post("/account/tokens").refusal());
    assertEquals(100, tokens(worker).size());
    worker.delete("/account/tokens?keep=current");
    assertEquals(201, worker.post("/account/tokens").status());
  }

  @Test
  @Requirement("ID-14")
  void aReplacedTokenStaysGoodForTheOverlapAndNoLonger() {
    Caller worker = hub.worker();
    TokenJson old =
        issue(
            worker,
            Map.of("name", "laptop", "scopes", List.of("worker:read"), "expiresSeconds", 86_400));
    hub.clock.forward(Duration.ofHours(2));
    TokenJson fresh =
        worker.with(old).post("/token/rotate", Map.of("overlapSeconds", 600)).as(TokenJson.class);
    assertEquals("laptop", fresh.name());
    assertEquals(List.of("worker:read"), fresh.scopes());
    assertEquals(hub.clock.instant().plusSeconds(86_400), fresh.expires());
    hub.clock.forward(Duration.ofSeconds(599));
    assertEquals(200, worker.with(old).get("/account").status());
    assertEquals(200, worker.with(fresh).get("/account").status());
    // A second time gives the old one no longer life.
    worker.with(old).post("/token/rotate", Map.of("overlapSeconds", 600)).as(TokenJson.class);
    hub.clock.forward(Duration.ofSeconds(1));
    assertEquals("token-expired", worker.with(old).get("/account").refusal());
    assertEquals(200, worker.with(fresh).get("/account").status());

    TokenJson next =
        worker.with(fresh).post("/token/rotate", Map.of("overlapSeconds", 0)).as(TokenJson.class);
    assertEquals("token-expired", worker.with(fresh).get("/account").refusal());
    for (long absurd : new long[] {-1, 604_801, Long.MAX_VALUE}) {
      assertEquals(
          "invalid",
          worker.with(next).post("/token/rotate", Map.of("overlapSeconds", absurd)).refusal());
    }
  }
}
