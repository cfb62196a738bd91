package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.task.Money;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.PayoutJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark payout}: what there is to be paid out, asking for it, and what became of that. */
@Command(
    name = "payout",
    description = "ledger.command.payout",
    subcommands = {PayoutCommand.Request.class, PayoutCommand.Listing.class})
public final class PayoutCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    List<Money> balances;
    try (MoneyDesk desk = context.connection().workerMoney()) {
      balances = desk.balances();
    }
    List<Sentence> lines = new ArrayList<>();
    balances.forEach(balance -> lines.add(Sentence.of("ledger.balance", balance)));
    if (lines.isEmpty()) {
      lines.add(Sentence.of("ledger.no-balance"));
    } else {
      lines.add(Sentence.of("ledger.how-to-ask"));
    }
    context
        .output()
        .result(Map.of("balances", balances.stream().map(MoneyJson::of).toList()), lines);
    return ExitCode.OK;
  }

  @Command(name = "request", description = "ledger.command.payout-request")
  static final class Request extends HarkCommand {
    @Parameters(index = "0", paramLabel = "CURRENCY", description = "ledger.option.currency")
    private String currency = "";

    @Parameters(
        index = "1",
        arity = "0..1",
        paramLabel = "AMOUNT",
        description = "ledger.option.part")
    private @Nullable String amount;

    @Override
    protected ExitCode run(Context context) {
      String code = Amounts.currency(currency).getCurrencyCode();
      Optional<Money> part = Optional.ofNullable(amount).map(some -> Amounts.parse(some, code));
      PayoutJson made;
      try (MoneyDesk desk = context.connection().workerMoney()) {
        made = desk.requestPayout(code, part);
      }
      context
          .output()
          .result(
              made, List.of(Sentence.of("ledger.requested", made.amount().toMoney(), made.id())));
      return ExitCode.OK;
    }
  }

  @Command(name = "list", description = "ledger.command.payout-list")
  static final class Listing extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      List<PayoutJson> payouts;
      try (MoneyDesk desk = context.connection().workerMoney()) {
        payouts = desk.payouts();
      }
      List<Sentence> lines = new ArrayList<>();
      payouts.forEach(one -> lines.add(line(one)));
      if (lines.isEmpty()) {
        lines.add(Sentence.of("ledger.no-payout"));
      }
      context.output().result(Map.of("payouts", payouts), lines);
      return ExitCode.OK;
    }

    private static Sentence line(PayoutJson one) {
      Money amount = one.amount().toMoney();
      return switch (one.state()) {
        case "PAID" -> Sentence.of("ledger.paid", amount, at(one), one.requested());
        case "RETURNED" ->
            Sentence.of("ledger.returned", amount, at(one), one.words() == null ? "" : one.words());
        case "SENT" -> Sentence.of("ledger.sent", amount, one.requested());
        default -> Sentence.of("ledger.waiting", amount, one.requested());
      };
    }

    private static Object at(PayoutJson one) {
      return one.settled() == null ? one.requested() : one.settled();
    }
  }
}
