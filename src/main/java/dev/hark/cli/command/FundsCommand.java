package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.wire.FundsJson;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code hark request funds}: what may be spent, what is set aside, and the operator's fee. */
@Command(name = "funds", description = "ledger.command.funds")
final class FundsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    FundsJson funds;
    try (MoneyDesk desk = context.connection().requesterMoney()) {
      funds = desk.funds();
    }
    List<Sentence> lines = new ArrayList<>();
    for (FundsJson.Line line : funds.currencies()) {
      lines.add(Sentence.of("ledger.funds", line.balance().toMoney(), line.setAside().toMoney()));
    }
    if (lines.isEmpty()) {
      lines.add(Sentence.of("ledger.no-funds"));
    }
    lines.add(FeeCommand.line(funds.feeBasisPoints()));
    context.output().result(funds, lines);
    return ExitCode.OK;
  }
}
