package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.account.Deed;
import dev.hark.wire.AccountJson;
import dev.hark.wire.AuditEntryJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TokenJson;
import dev.hark.wording.Wording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AuditTest {
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

  private List<AuditEntryJson> entries(String query) {
    return IdentityTest.items(hub.operator().get("/audit" + query), new TypeReference<>() {});
  }

  private String operatorId() {
    return hub.operator().get("/account").as(AccountJson.class).id();
  }

  @Test
  @Requirement("ID-20")
  void tokensAndAccountsLeaveATraceOfWhoDidIt() {
    Caller worker = hub.register("WORKER", "Wilhelmina Vos");
    TokenJson made = worker.post("/account/tokens", Map.of("name", "for Anna")).as(TokenJson.class);
    worker.delete("/account/tokens/" + made.id());
    worker.delete("/account/tokens/" + made.id());
    hub.operator().post("/accounts/" + worker.id() + "/close");

    List<String> told =
        entries("").stream()
            .map(entry -> entry.actor() + " " + entry.deed() + " " + entry.subject())
            .toList();
    String operator = operatorId();
    assertTrue(told.contains(worker.id() + " account-made " + worker.id()), told::toString);
    assertTrue(told.contains(worker.id() + " token-made " + made.id()), told::toString);
    assertEquals(
        1, told.stream().filter((worker.id() + " token-revoked " + made.id())::equals).count());
    assertTrue(told.contains(operator + " account-closed " + worker.id()), told::toString);
    String text = hub.operator().get("/audit").text();
    assertFalse(
        text.contains("Wilhelmina") || text.contains("Anna") || text.contains(worker.token()));
  }

  @Test
  @Requirement("ID-20")
  void whatRequestersAndOperatorsDecideLeavesATraceOnce() {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(2, false, null));
    List<String> answers = new ArrayList<>();
    for (String key : List.of("a", "b")) {
      String id = hub.accept(worker, group, key).id();
      hub.submit(worker, id, "words");
      answers.add(id);
    }
    for (int i = 0; i < 2; i++) {
      requester.post("/submissions/" + answers.get(0) + "/approve").as(SubmissionJson.class);
      requester
          .post("/submissions/" + answers.get(1) + "/reject", TestHub.rejection("Half is missing."))
          .as(SubmissionJson.class);
      hub.operator()
          .post("/requesters/" + requester.id() + "/deposits", "d", new MoneyJson(500, "EUR"));
    }
    hub.operator().post("/submissions/" + answers.get(1) + "/overturn").as(SubmissionJson.class);

    List<String> told =
        entries("").stream()
            .map(entry -> entry.actor() + " " + entry.deed() + " " + entry.subject())
            .toList();
    for (String once :
        List.of(
            requester.id() + " group-posted " + group,
            requester.id() + " answer-approved " + answers.get(0),
            requester.id() + " answer-rejected " + answers.get(1),
            operatorId() + " rejection-overturned " + answers.get(1),
            operatorId() + " money-deposited " + requester.id())) {
      assertEquals(1, told.stream().filter(once::equals).count(), () -> once + " in " + told);
    }
    String text = hub.operator().get("/audit").text();
    assertFalse(text.contains("missing") || text.contains("words"));
  }

  @Test
  @Requirement("ID-20")
  void whatIsRefusedLeavesNoTrace() {
    Caller worker = hub.worker();
    int before = entries("").size();
    worker.post("/account/tokens", Map.of("scopes", List.of("operate")));
    worker.delete("/account/tokens/none");
    hub.operator().post("/accounts/" + operatorId() + "/close");
    assertEquals(before, entries("").size());
  }

  @Test
  @Requirement("ID-21")
  void theLogIsReadPageByPageTheNewestFirstAndNarrowed() {
    Caller worker = hub.worker();
    for (int i = 0; i < 5; i++) {
      hub.clock.forward(Duration.ofSeconds(1));
      worker.post("/account/tokens");
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = hub.operator().get("/audit?limit=2&actor=" + worker.id() + cursor).json();
      page.get("items").forEach(entry -> seen.add(entry.get("at").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    assertEquals(7, seen.size());
    assertEquals(seen.stream().sorted(java.util.Comparator.reverseOrder()).toList(), seen);

    assertEquals(6, entries("?deed=token-made&actor=" + worker.id()).size());
    assertEquals(1, entries("?subject=" + worker.id()).size());
    assertEquals(2, entries("?from=" + TestClock.START.plusSeconds(4)).size());
    assertEquals(
        2,
        entries(
                "?actor="
                    + worker.id()
                    + "&from="
                    + TestClock.START.plusSeconds(1)
                    + "&until="
                    + TestClock.START.plusSeconds(3))
            .size());
    assertEquals("invalid", hub.operator().get("/audit?from=yesterday").refusal());
    assertEquals("forbidden", worker.get("/audit").refusal());
    assertEquals("forbidden", hub.requester().get("/audit").refusal());
  }

  @Test
  @Requirement("ID-21")
  void everyDeedHasASentenceInBothLanguages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.of("nl"))) {
      for (Deed deed : Deed.values()) {
        String said = Wording.of(language).say("audit." + deed.code(), "10:00", "kim", "abc", 2);
        assertTrue(said.contains("abc") || deed == Deed.LOGIN_FAILED, deed + " " + said);
      }
    }
  }
}
