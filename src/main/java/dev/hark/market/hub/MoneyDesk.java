package dev.hark.market.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import dev.hark.wire.BonusJson;
import dev.hark.wire.CostJson;
import dev.hark.wire.FeeJson;
import dev.hark.wire.FundsJson;
import dev.hark.wire.LedgerCheckJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewBonusJson;
import dev.hark.wire.NewPayoutJson;
import dev.hark.wire.PayoutBatchJson;
import dev.hark.wire.PayoutJson;
import dev.hark.wire.SettlementJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import okhttp3.HttpUrl;

/**
 * The money of a hub: a worker's, a requester's, and what its operator does with it. Throws what
 * {@link dev.hark.market.Marketplace} throws.
 */
public final class MoneyDesk implements AutoCloseable {
  private static final int MOST_PAGES = 100;
  private static final int MOST_FILE = 4 << 20;

  private final HubCalls calls;
  private final Decoder decoder;

  /**
   * Opens no connection yet.
   *
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token whose money it is
   */
  public MoneyDesk(String address, String token) {
    this.calls = new HubCalls(address, token, HubMarketplace.PATIENCE);
    this.decoder = new Decoder(calls);
  }

  /** Has somebody told while a call waits because the hub gets too many. */
  public void tell(Consumer<Sentence> listener) {
    calls.tell(listener);
  }

  /** What the worker can ask for, by currency. */
  public List<Money> balances() {
    return decoder
        .list(calls.get(calls.address("balances").build()), MoneyJson.class, MoneyDesk::money)
        .kept();
  }

  /**
   * The worker asks for money.
   *
   * @param part all there is where empty
   */
  public PayoutJson requestPayout(String currency, Optional<Money> part) {
    NewPayoutJson asked = new NewPayoutJson(currency, part.map(Money::minor).orElse(null));
    return decoder.one(
        calls.post(calls.address("payouts").build(), asked, key(), true),
        PayoutJson.class,
        MoneyDesk::payout);
  }

  /** The worker's payouts, the newest first. */
  public List<PayoutJson> payouts() {
    List<PayoutJson> all = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      HttpUrl.Builder url = calls.address("payouts");
      cursor.ifPresent(from -> url.addQueryParameter("cursor", from));
      Decoder.Items<PayoutJson> items =
          decoder.list(calls.get(url.build()), PayoutJson.class, MoneyDesk::payout);
      all.addAll(items.kept());
      cursor = items.next();
      if (cursor.isEmpty()) {
        break;
      }
    }
    return List.copyOf(all);
  }

  /** What the requester may spend, and what is set aside. */
  public FundsJson funds() {
    return decoder.one(
        calls.get(calls.address("funds").build()),
        FundsJson.class,
        funds -> {
          for (FundsJson.Line line : Nonsense.present(funds.currencies(), "currencies")) {
            money(line.balance());
            money(line.setAside());
          }
          return funds;
        });
  }

  /** What a group, as the hub's JSON, would cost. */
  public CostJson cost(JsonNode group) {
    return decoder.one(
        calls.post(calls.address("task-groups", "cost").build(), group, null, true),
        CostJson.class,
        cost -> {
          money(cost.reward());
          money(cost.fee());
          money(cost.total());
          money(cost.balance());
          return cost;
        });
  }

  /**
   * Gives a bonus for an answer, once for one key.
   *
   * @param reason in words, for the worker
   */
  public BonusJson bonus(String assignmentId, Money amount, String reason, String key) {
    NewBonusJson bonus = new NewBonusJson(MoneyJson.of(amount), reason);
    HttpUrl url = calls.address("submissions", assignmentId, "bonuses").build();
    return decoder.one(calls.post(url, bonus, key, true), BonusJson.class, given -> given);
  }

  /** What the operator takes of each reward, in basis points. */
  public int fee() {
    return decoder.one(
        calls.get(calls.address("fee").build()), FeeJson.class, FeeJson::basisPoints);
  }

  /** Sets it (operator). */
  public int fee(int basisPoints) {
    return decoder.one(
        calls.put(calls.address("fee").build(), new FeeJson(basisPoints)),
        FeeJson.class,
        FeeJson::basisPoints);
  }

  /** Makes a settlement file (operator). */
  public PayoutBatchJson export() {
    return decoder.one(
        calls.post(calls.address("payout-batches").build(), null, key(), true),
        PayoutBatchJson.class,
        batch -> {
          Nonsense.id(batch.id(), "batch");
          for (MoneyJson total : Nonsense.present(batch.totals(), "totals")) {
            money(total);
          }
          return batch;
        });
  }

  /** A settlement file as CSV (operator). */
  public byte[] file(String batchId) {
    return calls.bytes(calls.address("payout-batches", batchId, "file").build(), MOST_FILE);
  }

  /**
   * Notes what became of payouts, all or none (operator).
   *
   * @return how many
   */
  public int settle(List<SettlementJson.Item> items) {
    return decoder
        .list(
            calls.post(
                calls.address("payouts", "settle").build(), new SettlementJson(items), null, true),
            PayoutJson.class,
            MoneyDesk::payout)
        .kept()
        .size();
  }

  /** Whether the ledger adds up (operator). */
  public LedgerCheckJson check() {
    return decoder.one(
        calls.get(calls.address("ledger", "check").build()),
        LedgerCheckJson.class,
        check -> {
          Nonsense.present(check.faults(), "faults");
          return check;
        });
  }

  @Override
  public void close() {
    calls.close();
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static PayoutJson payout(PayoutJson json) throws Nonsense {
    Nonsense.id(json.id(), "payout");
    Nonsense.present(json.state(), "state");
    Nonsense.present(json.requested(), "time of request");
    money(json.amount());
    return json;
  }

  private static Money money(MoneyJson json) throws Nonsense {
    try {
      return Nonsense.present(json, "amount").toMoney();
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new Nonsense("the currency is unknown");
    }
  }
}
