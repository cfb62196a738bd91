package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.account.Role;
import dev.hark.hub.ledger.Book;
import dev.hark.task.Money;
import dev.hark.wire.AssignmentJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.EarningsJson.CurrencyEarnings;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.SubmissionJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ApprovalTest extends WorkingHub {
  @Test
  @Requirement({"HUB-30", "HUB-31", "HUB-42"})
  void anAnswerWithoutGoldWaitsUntilItIsApprovedByHand() {
    String id = answered(worker, "words");
    assertEquals(new MoneyJson(18, "EUR"), earned("UTC").pending());
    JsonNode waiting = requester.get("/submissions?state=submitted").json().get("items");
    assertEquals(1, waiting.size());
    assertEquals(id, waiting.get(0).get("assignmentId").asText());
    assertEquals("words", waiting.get(0).get("answer").get("text").asText());

    hub.clock.forward(Duration.ofHours(5));
    assertEquals("APPROVED", approve(requester, id).state());
    assertEquals(new MoneyJson(0, "EUR"), earned("UTC").pending());
    assertEquals(new MoneyJson(18, "EUR"), earned("UTC").total());
    RequesterJson known = worker.get("/requesters/" + requester.id()).as(RequesterJson.class);
    assertEquals(1, known.decided());
    assertEquals(1, known.approved());
    assertEquals(5 * 3600L, known.secondsToPay());
  }

  @Test
  @Requirement("HUB-30")
  void anAnswerThatDisagreesWithGoldWaits() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    String id = hub.accept(worker, group, "a").id();
    assertEquals("SUBMITTED", hub.submit(worker, id, "something else entirely").state());
  }

  @Test
  @Requirement({"HUB-31", "HUB-32"})
  void aRejectionNeedsAReasonWhichTheWorkerReads() {
    String id = answered(worker, "words");
    String reject = "/submissions/" + id + "/reject";
    assertEquals("invalid", requester.post(reject, TestHub.rejection(null)).refusal());
    assertEquals("invalid", requester.post(reject, TestHub.rejection(" ")).refusal());
    requester.post(reject, TestHub.rejection("Half of it is missing.")).as(SubmissionJson.class);
    AssignmentJson seen = worker.get("/assignments/" + id).as(AssignmentJson.class);
    assertEquals("REJECTED", seen.state());
    assertEquals("Half of it is missing.", seen.reason());
    assertEquals(0, earned("UTC").total().minor());

    requester.post(reject, TestHub.rejection("Again.")).as(SubmissionJson.class);
    assertEquals(
        "Half of it is missing.",
        worker.get("/assignments/" + id).as(AssignmentJson.class).reason());
    assertEquals("already-decided", requester.post("/submissions/" + id + "/approve").refusal());
  }

  @Test
  @Requirement("HUB-32")
  void approvingTwicePaysOnceAndRejectingAfterwardsIsRefused() {
    String id = answered(worker, "words");
    SubmissionJson first = approve(requester, id);
    assertEquals(first, approve(hub.operator(), id).by(first.worker()));
    assertEquals(18, earned("UTC").total().minor());
    assertEquals(
        "already-decided",
        requester.post("/submissions/" + id + "/reject", TestHub.rejection("no")).refusal());
  }

  @Test
  @Requirement("HUB-31")
  void anotherRequesterNeitherSeesNorDecides() {
    String id = answered(worker, "words");
    Caller other = hub.requester();
    assertTrue(other.get("/submissions").json().get("items").isEmpty());
    assertEquals("not-found", other.post("/submissions/" + id + "/approve").refusal());
    assertEquals(1, hub.operator().get("/submissions").json().get("items").size());
  }

  @Test
  @Requirement("HUB-31")
  void whatWaitsComesInPagesTheOldestFirst() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(answered(worker, "words " + i));
      hub.clock.forward(Duration.ofSeconds(1));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = requester.get("/submissions?limit=2" + cursor).json();
      page.get("items").forEach(item -> seen.add(item.get("assignmentId").asText()));
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    assertEquals(ids, seen);
  }

  @Test
  @Requirement({"HUB-33", "HUB-34"})
  void whatNobodyDecidedOnIsPaidAsOfWhenItWasDue() {
    answered(worker, "words");
    hub.clock.forward(Duration.ofDays(3).minusSeconds(1));
    assertEquals(18, earned("UTC").pending().minor());
    hub.clock.forward(Duration.ofSeconds(1));
    CurrencyEarnings due = earned("UTC");
    assertEquals(18, due.today().minor());
    assertEquals(0, due.pending().minor());
  }

  @Test
  @Requirement({"HUB-33", "HUB-34"})
  void whatWasDueEarlierIsNotTodaysIncome() {
    String id = answered(worker, "words");
    hub.clock.forward(Duration.ofDays(4));
    assertEquals(
        "already-decided",
        requester.post("/submissions/" + id + "/reject", TestHub.rejection("late")).refusal());
    CurrencyEarnings later = earned("UTC");
    assertEquals(0, later.today().minor());
    assertEquals(18, later.week().minor());
    hub.clock.forward(Duration.ofDays(3));
    assertEquals(0, earned("UTC").week().minor());
    assertEquals(18, earned("UTC").total().minor());
  }

  @Test
  @Requirement("HUB-34")
  void theDayBeginsWhereTheWorkerLives() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    hub.clock.forward(Duration.ofHours(13).plusMinutes(30));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    hub.clock.forward(Duration.ofHours(1));
    assertEquals(0, earned("UTC").today().minor(), "half past midnight in UTC");
    assertEquals(18, earned("Europe/Amsterdam").today().minor(), "half past one in Amsterdam");
    assertEquals(18, earned("America/New_York").today().minor());
  }

  @Test
  @Requirement("HUB-35")
  void allEntriesTogetherAreNothing() {
    for (int i = 0; i < 3; i++) {
      approve(requester, answered(hub.worker(), "words"));
    }
    Services services = hub.hub.services();
    long all =
        services
            .store()
            .read(
                handle ->
                    handle.createQuery("select sum(minor) from entry").mapTo(Long.class).one());
    assertEquals(0, all);
    long[] ofTransfers =
        services
            .store()
            .read(
                handle ->
                    handle
                        .createQuery("select sum(minor) from entry group by transfer_key")
                        .mapTo(Long.class)
                        .list())
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    assertTrue(Arrays.stream(ofTransfers).allMatch(sum -> sum == 0));
    assertEquals(
        10_000_00 - 3 * 18, services.ledger().balance(Book.requester(requester.id()), "EUR"));
  }

  @Test
  @Requirement({"HUB-35", "HUB-36"})
  void aDepositIsMadeOnceForOneKey() {
    Services services = hub.hub.services();
    assertTrue(services.ledger().deposit(requester.id(), Money.of(500, "EUR"), "k"));
    assertTrue(!services.ledger().deposit(requester.id(), Money.of(500, "EUR"), "k"));
    assertEquals(10_000_00 + 500, services.ledger().balance(Book.requester(requester.id()), "EUR"));
    assertNull(worker.get("/requesters/" + requester.id()).json().get("secondsToPay"));
  }

  @Test
  @Requirement("HUB-36")
  void workThatADepositDoesNotCoverIsRefused() {
    HubConfig real = HubConfig.embedded(data.resolve("real"), "Real", false);
    try (Hub other = Hub.start(real)) {
      var made = other.services().accounts().register(Role.REQUESTER, "Poor");
      Caller poor = new Caller(other.uri(), made.id(), made.token());
      var refused = poor.post("/task-groups", TestHub.group(2, false, 2));
      assertEquals("not-covered", refused.refusal());
      assertEquals(402, refused.status());
      assertEquals(72, refused.json().get("amount").get("minor").asLong());
      other.services().ledger().deposit(made.id(), Money.of(72, "EUR"), "k");
      assertEquals(201, poor.post("/task-groups", TestHub.group(2, false, 2)).status());
      assertEquals("not-covered", poor.post("/task-groups", TestHub.group(1, false, 1)).refusal());
    }
  }

  private String answered(Caller by, String words) {
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String id = hub.accept(by, group, "a-" + group).id();
    hub.submit(by, id, words);
    return id;
  }

  private static SubmissionJson approve(Caller by, String id) {
    return by.post("/submissions/" + id + "/approve").as(SubmissionJson.class);
  }

  private CurrencyEarnings earned(String zone) {
    return worker.get("/earnings?zone=" + zone).as(EarningsJson.class).currencies().getFirst();
  }
}
