package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.store.Ids;
import dev.hark.wire.DecisionJson;
import dev.hark.wire.LedgerCheckJson;
import dev.hark.wire.LedgerCheckJson.Fault;
import dev.hark.wire.MoneyJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What somebody changes past the hub is found, and named. */
@OnEachDatabase
@Requirement("LEDGER-30")
class LedgerCheckTest {
  @Parameter TestDatabase database;
  @TempDir Path data;
  private TestHub hub;
  private Caller worker;
  private Caller requester;
  private String group = "";
  private String approved = "";

  @BeforeEach
  void start() {
    hub = new TestHub(database, data);
    worker = hub.worker();
    requester = hub.requester();
    group = hub.publish(requester, TestHub.group(2, true, null));
    approved = hub.accept(worker, group, "a").id();
    hub.submit(worker, approved, TestHub.WORDS);
    assertTrue(check().balanced());
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void onlyTheOperatorMayAsk() {
    assertEquals("forbidden", requester.get("/ledger/check").refusal());
    assertEquals("forbidden", worker.get("/ledger/check").refusal());
  }

  @Test
  void aChangedEntryIsFound() {
    run("update entry set minor = 17 where book = 'worker:" + worker.id() + "'");
    assertEquals(
        Set.of("transfer-unbalanced", "currency-unbalanced", "reward-wrong"), rules(check()));
    assertTrue(
        check().faults().contains(new Fault("reward-wrong", approved, "EUR", 18, 17)),
        check().toString());
    assertTrue(
        check()
            .faults()
            .contains(new Fault("transfer-unbalanced", "reward:" + approved, "EUR", 0, -1)));
  }

  @Test
  void aMissingEntryIsFound() {
    run("delete from entry where book = 'escrow:" + group + "' and kind = 'REWARD'");
    assertEquals(
        Set.of("transfer-unbalanced", "currency-unbalanced", "escrow-differs"), rules(check()));
    assertTrue(
        check().faults().contains(new Fault("escrow-differs", "escrow:" + group, "EUR", 18, 36)));
  }

  @Test
  void anEmptyTransferIsFound() {
    run("insert into transfer (transfer_key, made) values ('ghost', 0)");
    assertEquals(List.of(new Fault("transfer-unbalanced", "ghost", null, 0, 0)), check().faults());
  }

  @Test
  void workThatWasPaidWithoutApprovalIsFound() {
    run("update assignment set state = 'REJECTED' where id = '" + approved + "'");
    assertEquals(List.of(new Fault("reward-undue", approved, "EUR", 0, 18)), check().faults());
  }

  @Test
  void approvedWorkThatWasNotPaidIsFound() {
    run("delete from entry where transfer_key = 'reward:" + approved + "'");
    run("delete from transfer where transfer_key = 'reward:" + approved + "'");
    assertEquals(
        List.of(
            new Fault("reward-wrong", approved, "EUR", 18, 0),
            new Fault("escrow-differs", "escrow:" + group, "EUR", 18, 36)),
        check().faults());
  }

  @Test
  void aSlotTooManyIsFound() {
    run("update slot set done = 0 where group_id = '" + group + "' and done = 1");
    assertEquals(
        List.of(new Fault("escrow-differs", "escrow:" + group, "EUR", 36, 18)), check().faults());
  }

  @Test
  void moneyInNobodysEscrowAndABookBelowNothingAreFound() {
    move("stray", "requester:" + requester.id(), "escrow:nobody", 2_000_000);
    assertEquals(
        List.of(
            new Fault(
                "book-below-zero", "requester:" + requester.id(), "EUR", 0, 1_000_000 - 2_000_036),
            new Fault("escrow-unknown", "escrow:nobody", "EUR", 0, 2_000_000)),
        check().faults());
  }

  @Test
  void moneyThatIsKeptForNothingOrNotAtAllIsFound() {
    String rejected = hub.accept(worker, group, "r").id();
    hub.submit(worker, rejected, "words");
    requester.post("/submissions/" + rejected + "/reject", new DecisionJson("other", "no", false));
    assertEquals(List.of(), check().faults());
    run("update rejection set kept_until = null");
    assertEquals(
        List.of(new Fault("kept-differs", "kept:" + rejected, "EUR", 0, 18)), check().faults());
    run("update rejection set kept_until = 1");
    move("stray", "kept:" + rejected, "kept:nobody", 18);
    assertEquals(
        List.of(
            new Fault("kept-differs", "kept:" + rejected, "EUR", 18, 0),
            new Fault("kept-unknown", "kept:nobody", "EUR", 0, 18)),
        check().faults());
  }

  @Test
  void aPayoutWithoutItsMoneyAndABonusThatWasNotPaidAreFound() {
    String id = payout();
    run("update payout set state = 'PAID' where id = '" + id + "'");
    assertEquals(
        List.of(new Fault("payout-differs", "payout:" + id, "EUR", 0, 10)), check().faults());
    run("update payout set state = 'SENT' where id = '" + id + "'");
    String bonus =
        requester
            .post(
                "/submissions/" + approved + "/bonuses",
                "b",
                Map.of("amount", new MoneyJson(5, "EUR"), "reason", "Good."))
            .json()
            .get("id")
            .asText();
    run("update bonus set minor = 6 where id = '" + bonus + "'");
    assertEquals(List.of(new Fault("bonus-wrong", bonus, "EUR", 6, 5)), check().faults());
  }

  private String payout() {
    return worker
        .post("/payouts", Ids.next(), Map.of("currency", "EUR", "minor", 10))
        .json()
        .get("id")
        .asText();
  }

  private void move(String key, String from, String to, long minor) {
    run("insert into transfer (transfer_key, made) values ('" + key + "', 0)");
    String entry =
        "insert into entry (transfer_key, book, currency, kind, minor, made)"
            + " values ('%s', '%s', 'EUR', 'ESCROW', %d, 0)";
    run(entry.formatted(key, from, -minor));
    run(entry.formatted(key, to, minor));
  }

  private void run(String sql) {
    database.run(data, sql);
  }

  private static Set<String> rules(LedgerCheckJson check) {
    return check.faults().stream().map(Fault::rule).collect(Collectors.toSet());
  }

  private LedgerCheckJson check() {
    return hub.operator().get("/ledger/check").as(LedgerCheckJson.class);
  }
}
