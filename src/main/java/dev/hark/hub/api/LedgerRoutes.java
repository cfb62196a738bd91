package dev.hark.hub.api;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.Services;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.FeeRate;
import dev.hark.hub.ledger.Settlements;
import dev.hark.task.Money;
import dev.hark.wire.BonusJson;
import dev.hark.wire.FeeJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewBonusJson;
import dev.hark.wire.NewPayoutJson;
import dev.hark.wire.NewTaskGroupJson;
import dev.hark.wire.Page;
import dev.hark.wire.PayoutBatchJson;
import dev.hark.wire.PayoutJson;
import dev.hark.wire.SettlementJson;
import dev.hark.wire.SettlementJson.Item;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Money: funds, costs, bonuses, payouts, the fee, and whether the ledger adds up. */
final class LedgerRoutes {
  private static final int GROUP_LIMIT = 16 << 20;
  private static final int WORDS_LIMIT = 1_000;

  private final Services services;

  LedgerRoutes(Services services) {
    this.services = services;
  }

  List<Route> all() {
    return List.of(
        Route.get("/funds", this::funds),
        Route.post("/task-groups/cost", this::cost),
        Route.post("/submissions/{id}/bonuses", this::bonus),
        Route.get("/bonuses", this::bonuses),
        Route.get("/fee", this::fee),
        Route.put("/fee", this::setFee),
        Route.post("/requesters/{id}/refunds", this::refund),
        Route.post("/payouts", this::request),
        Route.get("/payouts", this::payouts),
        Route.get("/balances", this::balances),
        Route.put("/payouts/least", this::least),
        Route.post("/payout-batches", this::export),
        Route.get("/payout-batches/{id}/file", this::file),
        Route.post("/payouts/{id}/confirm", this::confirm),
        Route.post("/payouts/{id}/return", this::giveBack),
        Route.post("/payouts/settle", this::settle),
        Route.get("/ledger/check", this::check));
  }

  private void funds(Exchange exchange) {
    exchange.json(services.funds().of(exchange.caller().asRequester().id()));
  }

  private void cost(Exchange exchange) {
    Caller caller = exchange.caller().asRequester();
    exchange.json(
        services
            .funds()
            .cost(caller.id(), Posted.group(exchange.body(NewTaskGroupJson.class, GROUP_LIMIT))));
  }

  private void bonus(Exchange exchange) {
    Caller caller = exchange.caller().asPayer();
    String key = exchange.key();
    NewBonusJson asked = exchange.body(NewBonusJson.class);
    BonusJson given =
        services
            .bonuses()
            .give(
                caller,
                exchange.path("id"),
                amount(asked.amount()),
                asked.reason() == null ? "" : asked.reason(),
                key);
    exchange.json(
        201,
        new BonusJson(
            given.id(),
            given.assignmentId(),
            given.requester(),
            services.workerNames().seenBy(caller, given.worker()),
            given.amount(),
            given.reason(),
            given.made()));
  }

  private static Money amount(@Nullable MoneyJson json) {
    if (json == null) {
      throw Exchange.invalid("amount: it is missing");
    }
    return Posted.money(json, "amount");
  }

  private void bonuses(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.page(services.bonuses().of(worker, exchange.cursor(), exchange.limit()));
  }

  private void fee(Exchange exchange) {
    exchange.caller();
    exchange.json(new FeeJson(services.funds().fee().basisPoints()));
  }

  private void setFee(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    int points = exchange.body(FeeJson.class).basisPoints();
    if (points < 0 || points > FeeRate.LIMIT) {
      throw Exchange.invalid("basisPoints: 0 to " + FeeRate.LIMIT);
    }
    services.together(
        () -> {
          services.funds().fee(new FeeRate(points));
          note(operator, Deed.FEE_SET, Integer.toString(points));
          return true;
        });
    exchange.json(new FeeJson(points));
  }

  private void refund(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    String requester = services.requesters().requester(exchange.path("id")).id();
    String key = exchange.key();
    Money amount = Posted.money(exchange.body(MoneyJson.class), "minor");
    services.together(
        () -> {
          boolean moved = services.funds().refund(requester, amount, key);
          if (moved) {
            note(operator, Deed.MONEY_REFUNDED, requester);
          }
          return moved;
        });
    String currency = amount.currency().getCurrencyCode();
    exchange.json(
        new MoneyJson(services.ledger().balance(Book.requester(requester), currency), currency));
  }

  private void request(Exchange exchange) {
    Caller worker = exchange.caller().asWorker();
    String key = exchange.key();
    NewPayoutJson asked = exchange.body(NewPayoutJson.class);
    Long minor = asked.minor();
    // Any amount will do to find out whether the currency is one.
    Currency currency =
        Posted.money(
                new MoneyJson(
                    minor == null ? 1 : minor, asked.currency() == null ? "" : asked.currency()),
                "minor")
            .currency();
    exchange.json(
        201,
        services
            .payouts()
            .request(
                worker.id(),
                currency,
                minor == null ? OptionalLong.empty() : OptionalLong.of(minor),
                key));
  }

  private void balances(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.json(
        new Page<>(
            services.ledger().balances(Book.worker(worker)).stream().map(MoneyJson::of).toList(),
            null));
  }

  private void payouts(Exchange exchange) {
    String worker = exchange.caller().asWorker().id();
    exchange.page(services.payouts().of(worker, exchange.cursor(), exchange.limit()));
  }

  private void least(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    Money amount = Posted.money(exchange.body(MoneyJson.class), "minor");
    services.together(
        () -> {
          services.payouts().least(amount);
          note(operator, Deed.PAYOUT_LEAST_SET, amount.currency().getCurrencyCode());
          return true;
        });
    exchange.json(MoneyJson.of(amount));
  }

  private void export(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    String key = exchange.key();
    exchange.json(
        201,
        services.together(
            () -> {
              PayoutBatchJson batch = services.settlements().make(key);
              note(operator, Deed.PAYOUTS_EXPORTED, batch.id());
              return batch;
            }));
  }

  private void file(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.file(
        "text/csv",
        services.settlements().csv(exchange.path("id")).getBytes(StandardCharsets.UTF_8));
  }

  private void confirm(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    exchange.json(
        services.together(() -> settled(operator, new Item(exchange.path("id"), "paid", null))));
  }

  private void giveBack(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    Item asked = exchange.body(Item.class);
    exchange.json(
        services.together(
            () -> settled(operator, new Item(exchange.path("id"), "returned", asked.words()))));
  }

  private void settle(Exchange exchange) {
    Caller operator = exchange.caller().asOperator();
    List<Item> items = exchange.body(SettlementJson.class, GROUP_LIMIT).payouts();
    if (items == null || items.isEmpty() || items.size() > Settlements.BATCH_LIMIT) {
      throw Exchange.invalid("payouts: 1 to " + Settlements.BATCH_LIMIT);
    }
    exchange.json(
        new Page<>(
            services.together(() -> items.stream().map(item -> settled(operator, item)).toList()),
            null));
  }

  private PayoutJson settled(Caller operator, @Nullable Item item) {
    if (item == null || item.id() == null || item.result() == null) {
      throw Exchange.invalid("payouts: an id and a result each");
    }
    String words = item.words() == null ? "" : item.words();
    return switch (item.result()) {
      case "paid" -> {
        note(operator, Deed.PAYOUT_PAID, item.id());
        yield services.payouts().confirm(item.id());
      }
      case "returned" -> {
        if (words.isBlank() || words.length() > WORDS_LIMIT) {
          throw Exchange.invalid("words: 1 to " + WORDS_LIMIT + " characters");
        }
        note(operator, Deed.PAYOUT_RETURNED, item.id());
        yield services.payouts().giveBack(item.id(), words);
      }
      default -> throw new Fault.Refused(Refusal.INVALID, "result: paid or returned");
    };
  }

  private void check(Exchange exchange) {
    exchange.caller().asOperator();
    exchange.json(services.ledgerCheck().check());
  }

  private void note(Caller operator, Deed deed, String subject) {
    services
        .store()
        .write(
            handle -> {
              Audit.note(handle, services.clock().instant(), operator.id(), deed, subject);
              return true;
            });
  }
}
