package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.store.Ids;
import dev.hark.wire.EarningsJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.PayoutBatchJson;
import dev.hark.wire.PayoutJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class PayoutTest extends WorkingHub {
  @Test
  @Requirement({"LEDGER-20", "LEDGER-21"})
  void aPayoutLeavesTheBookAtOnceAndTheMarketWhenItIsPaid() {
    earn();
    PayoutJson asked = ask(Map.of("currency", "EUR")).as(PayoutJson.class);
    assertEquals(new MoneyJson(18, "EUR"), asked.amount());
    assertEquals("REQUESTED", asked.state());
    assertEquals(0, balance());
    assertEquals("payout-not-sent", confirm(asked.id()).refusal());

    PayoutBatchJson batch = export("b").as(PayoutBatchJson.class);
    assertEquals(batch, export("b").as(PayoutBatchJson.class), "the same call gives the same file");
    assertEquals(1, batch.payouts());
    assertEquals(List.of(new MoneyJson(18, "EUR")), batch.totals());
    assertEquals(
        "id,worker,amount,currency,reference\r\n%s,%s,0.18,EUR,hark %s %s\r\n"
            .formatted(asked.id(), worker.id(), batch.id(), asked.id()),
        operator.get("/payout-batches/" + batch.id() + "/file").text());
    assertEquals("payout-none", export("c").refusal());
    assertEquals("SENT", payouts().getFirst().get("state").asText());

    assertEquals("PAID", confirm(asked.id()).as(PayoutJson.class).state());
    assertEquals("PAID", confirm(asked.id()).as(PayoutJson.class).state());
    assertEquals("payout-settled", giveBack(asked.id()).refusal());
    assertEquals("PAID", payouts().getFirst().get("state").asText());
    EarningsJson earned = worker.get("/earnings").as(EarningsJson.class);
    assertEquals(18, earned.currencies().getFirst().total().minor(), "what was earned stays told");
  }

  @Test
  @Requirement("LEDGER-22")
  void whatIsReturnedIsTheWorkersAgainWithTheReason() {
    earn();
    String id = ask(Map.of("currency", "EUR", "minor", 10)).as(PayoutJson.class).id();
    assertEquals(8, balance());
    assertEquals("invalid", operator.post("/payouts/" + id + "/return", Map.of()).refusal());
    assertEquals("RETURNED", giveBack(id).as(PayoutJson.class).state());
    assertEquals("RETURNED", giveBack(id).as(PayoutJson.class).state());
    assertEquals(18, balance());
    assertEquals("The account is closed.", payouts().getFirst().get("words").asText());
    assertEquals("payout-settled", confirm(id).refusal());
    assertEquals("payout-none", export("b").refusal());
  }

  @Test
  @Requirement("LEDGER-22")
  void aFileOfResultsIsNotedAsAWholeOrNotAtAll() {
    earn();
    String first = ask(Map.of("currency", "EUR", "minor", 10)).as(PayoutJson.class).id();
    String second = ask(Map.of("currency", "EUR", "minor", 8)).as(PayoutJson.class).id();
    export("b");
    Map<String, String> paid = Map.of("id", first, "result", "paid");
    assertEquals("not-found", settle(paid, Map.of("id", "none", "result", "paid")).refusal());
    assertEquals("SENT", payouts().getLast().get("state").asText());
    assertEquals("invalid", settle(paid, Map.of("id", second, "result", "lost")).refusal());
    settle(paid, Map.of("id", second, "result", "returned", "words", "closed"));
    assertEquals(8, balance());
  }

  @Test
  @Requirement("LEDGER-23")
  void nobodyIsPaidOutMoreThanTheyHaveOrLessThanTheLeast() {
    assertEquals("payout-too-much", ask(Map.of("currency", "EUR")).refusal());
    earn();
    Caller.Answered much = ask(Map.of("currency", "EUR", "minor", 19));
    assertEquals("payout-too-much", much.refusal());
    assertEquals("EUR 0.18", much.json().get("args").get(0).asText());
    assertEquals("payout-too-much", ask(Map.of("currency", "USD", "minor", 1)).refusal());
    assertEquals(
        "payout-too-much", ask(Map.of("currency", "EUR", "minor", Long.MAX_VALUE)).refusal());
    for (Object nonsense : new Object[] {0, -1, Long.MIN_VALUE}) {
      assertEquals("invalid", ask(Map.of("currency", "EUR", "minor", nonsense)).refusal());
    }
    assertEquals("invalid", ask(Map.of("currency", "XYZ", "minor", 1)).refusal());
    assertEquals("invalid", ask(Map.of("currency", "XAU", "minor", 1)).refusal());
    operator.put("/payouts/least", new MoneyJson(10, "EUR")).as(MoneyJson.class);
    Caller.Answered small = ask(Map.of("currency", "EUR", "minor", 9));
    assertEquals("payout-too-small", small.refusal());
    assertEquals(10, small.json().get("amount").get("minor").asLong());
    ask(Map.of("currency", "EUR", "minor", 10)).as(PayoutJson.class);
    assertEquals("payout-too-small", ask(Map.of("currency", "EUR")).refusal());
  }

  @Test
  @Requirement("LEDGER-20")
  void askingAgainWithTheSameKeyMovesNothing() {
    earn();
    Map<String, Object> ten = Map.of("currency", "EUR", "minor", 10);
    PayoutJson first = worker.post("/payouts", "k", ten).as(PayoutJson.class);
    assertEquals(first, worker.post("/payouts", "k", ten).as(PayoutJson.class));
    assertEquals(
        "invalid", worker.post("/payouts", "k", Map.of("currency", "EUR", "minor", 8)).refusal());
    assertEquals(8, balance());
  }

  @Test
  @Requirement({"LEDGER-20", "LEDGER-21"})
  void atOnceOnePayoutIsMadeAndStandsInOneFile() throws Exception {
    earn();
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> ask(Map.of("currency", "EUR")).status());
    }
    assertEquals(1, atOnce(calls).stream().filter(status -> status == 201).count());
    List<Callable<Integer>> exports = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      exports.add(() -> export(Ids.next()).status());
    }
    assertEquals(1, atOnce(exports).stream().filter(status -> status == 201).count());
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    List<Integer> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(calls)) {
        all.add(one.get());
      }
    }
    return all;
  }

  private void earn() {
    String group = hub.publish(requester, TestHub.group(1, true, null));
    hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
    assertEquals(18, balance());
  }

  private Caller.Answered ask(Map<String, Object> asked) {
    return worker.post("/payouts", Ids.next(), asked);
  }

  private Caller.Answered export(String key) {
    return operator.postKey("/payout-batches", key);
  }

  private Caller.Answered confirm(String id) {
    return operator.post("/payouts/" + id + "/confirm");
  }

  private Caller.Answered giveBack(String id) {
    return operator.post("/payouts/" + id + "/return", Map.of("words", "The account is closed."));
  }

  @SafeVarargs
  private Caller.Answered settle(Map<String, String>... items) {
    return operator.post("/payouts/settle", Map.of("payouts", List.of(items)));
  }

  private List<JsonNode> payouts() {
    List<JsonNode> all = new ArrayList<>();
    worker.get("/payouts").json().get("items").forEach(all::add);
    return all;
  }

  private long balance() {
    return hub.hub.services().ledger().balance(Book.worker(worker.id()), "EUR");
  }
}
