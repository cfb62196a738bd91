package dev.hark.hub;

import dev.hark.wire.MoneyJson;
import java.util.List;
import java.util.Map;

/** Funds, costs, bonuses, payouts, the fee and the check. */
final class LedgerTour implements Tour {
  @Override
  public void go(TestHub hub) {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    Caller operator = hub.operator();
    worker.get("/fee");
    hub.anybody().get("/fee");
    worker.put("/fee", Map.of("basisPoints", 1));
    operator.put("/fee", Map.of("basisPoints", -1));
    operator.put("/fee", Map.of("basisPoints", 0));
    requester.post("/task-groups/cost", TestHub.group(2, false, 2));
    requester.post("/task-groups/cost", Map.of());
    requester.get("/funds");
    worker.get("/funds");
    String id = hub.accept(worker, hub.publish(requester, TestHub.group(1, true, null)), "a").id();
    hub.submit(worker, id, TestHub.WORDS);
    Map<String, Object> bonus = Map.of("amount", new MoneyJson(5, "EUR"), "reason", "Well done.");
    requester.post("/submissions/" + id + "/bonuses", bonus);
    requester.post("/submissions/" + id + "/bonuses", "b", bonus);
    worker.get("/bonuses");
    requester.get("/bonuses");
    operator.post("/requesters/" + requester.id() + "/refunds", "r", new MoneyJson(1, "EUR"));
    operator.post("/requesters/none/refunds", "r", new MoneyJson(1, "EUR"));
    payouts(worker, operator);
    operator.get("/ledger/check");
    worker.get("/ledger/check");
  }

  private static void payouts(Caller worker, Caller operator) {
    operator.postKey("/payout-batches", "none");
    operator.put("/payouts/least", new MoneyJson(2, "EUR"));
    worker.put("/payouts/least", new MoneyJson(2, "EUR"));
    worker.post("/payouts", "small", Map.of("currency", "EUR", "minor", 1));
    worker.post("/payouts", "much", Map.of("currency", "EUR", "minor", 100));
    String first = asked(worker, 3);
    String second = asked(worker, 4);
    String third = asked(worker, 5);
    worker.get("/payouts");
    worker.get("/balances");
    operator.get("/balances");
    operator.get("/payouts");
    operator.post("/payouts/" + first + "/confirm");
    operator.post("/payouts/" + third + "/return", Map.of("words", "No account is known."));
    String batch = operator.postKey("/payout-batches", "b").json().get("id").asText();
    operator.get("/payout-batches/" + batch + "/file");
    operator.get("/payout-batches/none/file");
    operator.post("/payouts/" + first + "/confirm");
    operator.post("/payouts/" + first + "/return", Map.of("words", "late"));
    operator.post(
        "/payouts/settle",
        Map.of("payouts", List.of(Map.of("id", second, "result", "returned", "words", "closed"))));
    operator.post("/payouts/settle", Map.of("payouts", List.of()));
  }

  private static String asked(Caller worker, int minor) {
    return worker
        .post("/payouts", "p-" + minor, Map.of("currency", "EUR", "minor", minor))
        .json()
        .get("id")
        .asText();
  }
}
