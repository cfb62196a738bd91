package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.work.Rejections;
import dev.hark.task.Money;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.FundsJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.ObjectionJson;
import dev.hark.wire.PostedGroupJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TaskGroupJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EscrowTest extends WorkingHub {
  private static final long DEPOSIT = 10_000_00;

  @Test
  @Requirement("LEDGER-1")
  void postingSetsAsideWhatEveryAnswerCosts() {
    String group = hub.publish(requester, TestHub.group(2, false, 3));
    assertEquals(6 * 18, balance(Book.escrow(group)));
    assertEquals(DEPOSIT - 6 * 18, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("LEDGER-4")
  void postingAgainWithTheSameKeySetsAsideOnce() {
    for (int time = 0; time < 2; time++) {
      requester.post("/task-groups", "key", TestHub.group(2, false, 3)).as(TaskGroupJson.class);
    }
    assertEquals(DEPOSIT - 6 * 18, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement({"LEDGER-2", "LEDGER-5"})
  void whatIsMissingIsNamedInItsCurrencyAndNothingIsKept() {
    Caller.Answered refused =
        requester.post("/task-groups", group(new MoneyJson(1_000_000, "JPY"), 2));
    assertEquals(402, refused.status());
    assertEquals("not-covered", refused.refusal());
    assertEquals("JPY 2000000", refused.json().get("args").get(0).asText());
    assertEquals(2_000_000, refused.json().get("amount").get("minor").asLong());
    assertEquals("JPY", refused.json().get("amount").get("currency").asText());
    assertEquals(0, worker.get("/task-groups").json().get("items").size());
    assertEquals(DEPOSIT, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("LEDGER-2")
  void theLastCentCoversAndOneMoreDoesNot() {
    Caller poor = hub.requester();
    deposit(poor, 36, "KWD");
    assertEquals(201, poor.post("/task-groups", group(new MoneyJson(18, "KWD"), 2)).status());
    Caller.Answered refused = poor.post("/task-groups", group(new MoneyJson(1, "KWD"), 1));
    assertEquals("KWD 0.001", refused.json().get("args").get(0).asText());
    deposit(poor, 1, "KWD");
    assertEquals(201, poor.post("/task-groups", group(new MoneyJson(1, "KWD"), 1)).status());
  }

  @Test
  @Requirement({"LEDGER-3", "LEDGER-4"})
  void anApprovalPaysFromWhatIsSetAsideAndARejectionGivesBackOnceItIsSettled() {
    String group = hub.publish(requester, TestHub.group(2, false, 1));
    String paid = answered(group, "a");
    String unpaid = answered(group, "b");
    for (int time = 0; time < 2; time++) {
      requester.post("/submissions/" + paid + "/approve");
      requester.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", false));
    }
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(18, balance(Book.worker(worker.id())));
    assertEquals(List.of(DEPOSIT - 36, 18L), funds(requester));
    hub.clock.forward(Rejections.TO_ANSWER.plusMinutes(2));
    assertEquals(List.of(DEPOSIT - 18, 0L), funds(requester));
    assertEquals(List.of(DEPOSIT - 18, 0L), funds(requester));
  }

  @Test
  @Requirement({"LEDGER-8", "LEDGER-30"})
  void aRejectionThatTheWorkerMayStillAnswerIsTurnedRoundHoweverLittleIsLeft() {
    Caller poor = hub.requester();
    deposit(poor, 36, "KWD");
    ObjectNode group = group(new MoneyJson(18, "KWD"), 1);
    String posted = poor.post("/task-groups", group).as(TaskGroupJson.class).id();
    String unpaid = answered(posted, "a");
    poor.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", false));
    assertEquals(201, poor.post("/task-groups", group).status());
    assertEquals("not-covered", poor.post("/task-groups", group).refusal());
    worker.post("/assignments/" + unpaid + "/objection", new ObjectionJson("But yes."));
    hub.clock.forward(Rejections.TO_ANSWER.multipliedBy(10));
    assertEquals("not-covered", poor.post("/task-groups", group).refusal());
    for (int time = 0; time < 2; time++) {
      hub.operator().post("/submissions/" + unpaid + "/overturn").as(SubmissionJson.class);
      assertBalanced();
    }
    assertEquals(18, hub.hub.services().ledger().balance(Book.worker(worker.id()), "KWD"));
    assertEquals(0, hub.hub.services().ledger().balance(Book.kept(unpaid), "KWD"));
  }

  @Test
  @Requirement("LEDGER-8")
  void whatIsKeptForLongEnoughPaysForOtherWorkUnread() {
    Caller poor = hub.requester();
    deposit(poor, 18, "KWD");
    ObjectNode group = group(new MoneyJson(18, "KWD"), 1);
    String posted = poor.post("/task-groups", group).as(TaskGroupJson.class).id();
    String unpaid = answered(posted, "a");
    poor.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", false));
    hub.clock.forward(Rejections.TO_ANSWER.minusSeconds(1));
    assertEquals("not-covered", poor.post("/task-groups", group).refusal());
    hub.clock.forward(Duration.ofMinutes(2));
    assertEquals(201, poor.post("/task-groups", group).status());
    assertBalanced();
  }

  @Test
  @Requirement("LEDGER-8")
  void aPlaceThatNobodyTookAfterARejectionKeepsItsMoneyWhenTheGroupEnds() {
    String group = hub.publish(requester, TestHub.group(2, false, 1));
    String unpaid = answered(group, "a");
    requester.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", true));
    hub.clock.forward(Duration.ofMinutes(3));
    requester.postKey("/posted/" + group + "/expire", "end").as(PostedGroupJson.class);
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(18, balance(Book.kept(unpaid)));
    assertBalanced();
    requester.post("/submissions/" + unpaid + "/overturn").as(SubmissionJson.class);
    assertEquals(18, balance(Book.worker(worker.id())));
    assertEquals(List.of(DEPOSIT - 18, 0L), funds(requester));
    assertBalanced();
  }

  @Test
  @Requirement("LEDGER-7")
  void aRejectionKeepsTheMoneyForTheAnswerInItsPlace() {
    String group = hub.publish(requester, TestHub.group(1, false, 1));
    String unpaid = answered(group, "a");
    requester.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", true));
    assertEquals(18, balance(Book.escrow(group)));
    requester.post("/submissions/" + unpaid + "/overturn").as(SubmissionJson.class);
    assertEquals(0, balance(Book.escrow(group)));
    assertEquals(18, balance(Book.worker(worker.id())));
    assertEquals(DEPOSIT - 18, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("LEDGER-7")
  void turningARejectionRoundWhoseMoneyIsGoneTakesItFromTheRequester() {
    Caller poor = hub.requester();
    deposit(poor, 18, "KWD");
    ObjectNode group = group(new MoneyJson(18, "KWD"), 1);
    String posted = poor.post("/task-groups", group).as(TaskGroupJson.class).id();
    String unpaid = answered(posted, "a");
    poor.post("/submissions/" + unpaid + "/reject", new DecisionJson("other", "no", false));
    hub.clock.forward(Rejections.TO_ANSWER.plusMinutes(2));
    poor.post("/task-groups", group).as(TaskGroupJson.class);
    String overturn = "/submissions/" + unpaid + "/overturn";
    Caller.Answered refused = hub.operator().post(overturn);
    assertEquals("not-covered", refused.refusal());
    assertEquals("KWD 0.018", refused.json().get("args").get(0).asText());
    assertEquals("REJECTED", worker.get("/assignments/" + unpaid).json().get("state").asText());
    deposit(poor, 20, "KWD");
    for (int time = 0; time < 2; time++) {
      hub.operator().post(overturn).as(SubmissionJson.class);
    }
    assertEquals(18, hub.hub.services().ledger().balance(Book.worker(worker.id()), "KWD"));
    assertEquals(2, hub.hub.services().ledger().balance(Book.requester(poor.id()), "KWD"));
  }

  /** What may be spent and what is set aside, in euro cents. */
  private static List<Long> funds(Caller of) {
    FundsJson.Line line = of.get("/funds").as(FundsJson.class).currencies().getFirst();
    return List.of(line.balance().minor(), line.setAside().minor());
  }

  private void assertBalanced() {
    var checked = hub.operator().get("/ledger/check").json();
    assertTrue(checked.get("balanced").asBoolean(), checked.toString());
  }

  private void deposit(Caller to, long minor, String currency) {
    hub.operator()
        .post(
            "/requesters/" + to.id() + "/deposits",
            "d-" + minor,
            MoneyJson.of(Money.of(minor, currency)))
        .as(MoneyJson.class);
  }

  /** A group with another reward. */
  static ObjectNode rewarded(MoneyJson reward, NewTaskGroupJson plain) {
    ObjectNode group = Json.MAPPER.valueToTree(plain);
    group.set("reward", Json.MAPPER.valueToTree(reward));
    return group;
  }

  private static ObjectNode group(MoneyJson reward, int tasks) {
    return rewarded(reward, TestHub.group(tasks, false, 1));
  }

  private String answered(String group, String key) {
    String id = hub.accept(worker, group, key).id();
    hub.submit(worker, id, "words");
    return id;
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }
}
