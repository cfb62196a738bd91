package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.task.Money;
import dev.hark.wire.LedgerCheckJson;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code hark hub ledger check}: whether the ledger adds up, and what does not. */
@Command(
    name = "ledger",
    description = "ledger.command.ledger",
    subcommands = HubLedgerCommand.Check.class)
final class HubLedgerCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("ledger.which"));
  }

  @Command(name = "check", description = "ledger.command.check")
  static final class Check extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      LedgerCheckJson check;
      try (MoneyDesk desk = context.connection().operatorMoney()) {
        check = desk.check();
      }
      List<Sentence> lines = new ArrayList<>();
      if (check.balanced()) {
        lines.add(Sentence.of("ledger.balanced", check.transfers()));
      } else {
        lines.add(Sentence.of("ledger.unbalanced", check.faults().size()));
        check.faults().forEach(fault -> lines.add(line(fault)));
      }
      context.output().result(check, lines);
      return check.balanced() ? ExitCode.OK : ExitCode.NO;
    }

    private static Sentence line(LedgerCheckJson.Fault fault) {
      return fault.currency() == null
          ? Sentence.of("ledger.fault", Sentence.of(rule(fault.rule())), fault.subject())
          : Sentence.of(
              "ledger.fault-money",
              Sentence.of(rule(fault.rule())),
              fault.subject(),
              Money.of(fault.expected(), fault.currency()),
              Money.of(fault.found(), fault.currency()));
    }

    private static String rule(String code) {
      return switch (code) {
        case "transfer-unbalanced" -> "ledger.rule.transfer-unbalanced";
        case "currency-unbalanced" -> "ledger.rule.currency-unbalanced";
        case "book-below-zero" -> "ledger.rule.book-below-zero";
        case "reward-wrong" -> "ledger.rule.reward-wrong";
        case "reward-undue" -> "ledger.rule.reward-undue";
        case "escrow-differs" -> "ledger.rule.escrow-differs";
        case "escrow-unknown" -> "ledger.rule.escrow-unknown";
        case "job-differs" -> "ledger.rule.job-differs";
        case "job-unknown" -> "ledger.rule.job-unknown";
        case "kept-differs" -> "ledger.rule.kept-differs";
        case "kept-unknown" -> "ledger.rule.kept-unknown";
        case "payout-differs" -> "ledger.rule.payout-differs";
        case "bonus-wrong" -> "ledger.rule.bonus-wrong";
        default -> "ledger.rule.other";
      };
    }
  }
}
