package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Ids;
import dev.hark.wire.BonusJson;
import dev.hark.wire.CostJson;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.FundsJson;
import dev.hark.wire.MoneyJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bonuses, fees, funds and refunds: what else moves a requester's money. */
@OnEachDatabase
class BonusTest extends WorkingHub {
  private static final long DEPOSIT = 10_000_00;

  @Test
  @Requirement("LEDGER-10")
  void aBonusIsPaidOnceAndShowsInTheEarningsWithItsReason() {
    String id = answered(1);
    BonusJson first = bonus(id, "k", 7, "EUR", "Careful work.").as(BonusJson.class);
    assertEquals(first, bonus(id, "k", 7, "EUR", "Careful work.").as(BonusJson.class));
    assertEquals("invalid", bonus(id, "k", 8, "EUR", "Careful work.").refusal());
    EarningsJson earned = worker.get("/earnings").as(EarningsJson.class);
    assertEquals(7, earned.currencies().getFirst().total().minor());
    JsonNode told = worker.get("/bonuses").json().get("items").get(0);
    assertEquals("Careful work.", told.get("reason").asText());
    assertEquals(worker.id(), told.get("worker").asText());
    assertEquals(DEPOSIT - 18 - 7, balance(Book.requester(requester.id())));
  }

  @Test
  @Requirement("LEDGER-11")
  void aBonusHasLimitsAndGoesOnlyToWhoAnsweredMe() {
    String id = answered(1);
    assertEquals("not-found", hubRequester().post(path(id), "k", body(1, "EUR", "x")).refusal());
    assertEquals("not-found", bonus("none", "k", 1, "EUR", "x").refusal());
    String held =
        hub.accept(worker, hub.publish(requester, TestHub.group(1, false, null)), "h").id();
    assertEquals("not-found", bonus(held, "k", 1, "EUR", "x").refusal());
    for (long minor : new long[] {0, -1, Long.MIN_VALUE, 1_000_001, Long.MAX_VALUE}) {
      assertEquals("invalid", bonus(id, "k", minor, "EUR", "x").refusal(), "" + minor);
    }
    assertEquals("invalid", bonus(id, "k", 1, "XYZ", "x").refusal());
    assertEquals("invalid", bonus(id, "k", 1, "EUR", " ").refusal());
    assertEquals("invalid", bonus(id, "k", 1, "EUR", "x".repeat(1001)).refusal());
    assertEquals("not-covered", bonus(id, "k", 1, "JPY", "x").refusal());
    assertEquals("not-covered", bonus(id, "z", 1_000_000, "EUR", "x").refusal());
    assertEquals(201, bonus(id, "k", DEPOSIT - 36, "EUR", "x".repeat(1000)).status());
    assertEquals("not-covered", bonus(id, "l", 1, "EUR", "x").refusal());
  }

  @Test
  @Requirement({"LEDGER-12", "LEDGER-13"})
  void theFeeIsShownBeforeAndTakenWithEachReward() {
    assertEquals(0, worker.get("/fee").json().get("basisPoints").asInt());
    operator.put("/fee", Map.of("basisPoints", 1_500));
    CostJson cost =
        requester.post("/task-groups/cost", TestHub.group(2, false, 2)).as(CostJson.class);
    assertEquals(
        new CostJson(4, eur(72), eur(12), eur(84), eur(DEPOSIT), null), cost, "2.7 is 3 each");
    String id = answered(2);
    operator.put("/fee", Map.of("basisPoints", 0));
    FundsJson.Line funds = requester.get("/funds").as(FundsJson.class).currencies().getFirst();
    assertEquals(new FundsJson.Line(eur(DEPOSIT - 42), eur(42)), funds);
    requester.post("/submissions/" + id + "/approve");
    assertEquals(18, balance(Book.worker(worker.id())));
    assertEquals(3, balance(Book.FEES), "as it was when the work was posted");
    assertEquals(21, setAside());
  }

  @Test
  @Requirement("LEDGER-12")
  void aFeeIsBetweenNothingAndTheRewardItself() {
    for (int points : new int[] {-1, 10_001, Integer.MIN_VALUE}) {
      assertEquals("invalid", operator.put("/fee", Map.of("basisPoints", points)).refusal());
    }
    assertEquals("forbidden", requester.put("/fee", Map.of("basisPoints", 1)).refusal());
    operator.put("/fee", Map.of("basisPoints", 10_000));
    hub.publish(requester, TestHub.group(1, false, null));
    assertEquals(36, setAside());
  }

  @Test
  @Requirement("LEDGER-13")
  void whatACostLacksIsTold() {
    Caller other = hub.requester();
    operator
        .post("/requesters/" + other.id() + "/refunds", "r", eur(DEPOSIT - 10))
        .as(MoneyJson.class);
    CostJson cost = other.post("/task-groups/cost", TestHub.group(1, false, 1)).as(CostJson.class);
    assertEquals(eur(8), cost.missing());
    assertEquals(10, other.get("/funds").as(FundsJson.class).currencies().get(0).balance().minor());
  }

  @Test
  @Requirement("LEDGER-14")
  void onlyWhatIsNotSetAsideIsGivenBackAndOnce() {
    hub.publish(requester, TestHub.group(1, false, null));
    String path = "/requesters/" + requester.id() + "/refunds";
    assertEquals("not-covered", operator.post(path, "a", eur(DEPOSIT)).refusal());
    assertEquals("forbidden", requester.post(path, "a", eur(1)).refusal());
    for (int time = 0; time < 2; time++) {
      assertEquals(eur(0), operator.post(path, "a", eur(DEPOSIT - 18)).as(MoneyJson.class));
    }
    assertEquals("invalid", operator.post(path, "a", eur(1)).refusal());
    assertEquals("not-covered", operator.post(path, "b", eur(1)).refusal());
  }

  @Test
  @Requirement("LEDGER-15")
  void aDepositHasLimitsAndOneKeyIsForOneAmount() {
    String path = "/requesters/" + requester.id() + "/deposits";
    long most = 100_000_000_000L;
    for (long minor : new long[] {0, -1, most + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertEquals("invalid", operator.post(path, "n", eur(minor)).refusal(), "" + minor);
    }
    assertEquals("invalid", operator.post(path, "n", new MoneyJson(1, "XXX")).refusal());
    assertEquals("invalid", operator.post(path, "n", new MoneyJson(1, "")).refusal());
    operator.post(path, "k", new MoneyJson(most, "JPY")).as(MoneyJson.class);
    operator.post(path, "k", new MoneyJson(most, "JPY")).as(MoneyJson.class);
    assertEquals("invalid", operator.post(path, "k", new MoneyJson(1, "JPY")).refusal());
    for (int i = 2; i <= 10; i++) {
      MoneyJson now = operator.post(path, "k" + i, new MoneyJson(most, "JPY")).as(MoneyJson.class);
      assertEquals(new MoneyJson(most * i, "JPY"), now);
    }
    assertEquals("invalid", operator.post(path, "more", new MoneyJson(1, "JPY")).refusal());
  }

  private Caller hubRequester() {
    return hub.requester();
  }

  private String answered(int tasks) {
    String group = hub.publish(requester, TestHub.group(tasks, false, null));
    String id = hub.accept(worker, group, Ids.next()).id();
    hub.submit(worker, id, "words");
    return id;
  }

  private static String path(String id) {
    return "/submissions/" + id + "/bonuses";
  }

  private static Map<String, Object> body(long minor, String currency, String reason) {
    return Map.of("amount", new MoneyJson(minor, currency), "reason", reason);
  }

  private Caller.Answered bonus(String id, String key, long minor, String currency, String reason) {
    return requester.post(path(id), key, body(minor, currency, reason));
  }

  private static MoneyJson eur(long minor) {
    return new MoneyJson(minor, "EUR");
  }

  private long setAside() {
    return requester.get("/funds").as(FundsJson.class).currencies().getFirst().setAside().minor();
  }

  private long balance(String book) {
    return hub.hub.services().ledger().balance(book, "EUR");
  }
}
