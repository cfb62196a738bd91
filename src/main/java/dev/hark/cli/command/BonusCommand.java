package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.journal.PendingCalls;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.task.Money;
import dev.hark.wire.BonusJson;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark request bonus}: money beyond the reward, for an answer. */
@Command(name = "bonus", description = "ledger.command.bonus")
final class BonusCommand extends HarkCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "cli.request.id")
  private String id = "";

  @Parameters(index = "1", paramLabel = "AMOUNT", description = "ledger.option.amount")
  private String amount = "";

  @Parameters(index = "2", paramLabel = "CURRENCY", description = "ledger.option.currency")
  private String currency = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "ledger.option.reason")
  private String reason = "";

  @Override
  protected ExitCode run(Context context) {
    Money money = Amounts.parse(amount, Amounts.currency(currency).getCurrencyCode());
    BonusJson given;
    try (MoneyDesk desk = context.connection().payerMoney()) {
      given =
          new PendingCalls(context.folders().made())
              .once(
                  String.join(
                      "\n", "bonus", context.connection().market(), id, money.toString(), reason),
                  () -> "",
                  (key, nothing) -> desk.bonus(id, money, reason, key));
    }
    context.output().result(given, List.of(Sentence.of("ledger.bonus", money, id)));
    return ExitCode.OK;
  }
}
