package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark hub fee}: what the operator takes of each reward; with a percentage, sets it. */
@Command(name = "fee", description = "ledger.command.fee")
final class FeeCommand extends HarkCommand {
  private static final int LIMIT = 10_000;

  @Parameters(arity = "0..1", paramLabel = "PERCENT", description = "ledger.option.percent")
  private @Nullable String percent;

  @Override
  protected ExitCode run(Context context) {
    int points;
    try (MoneyDesk desk = context.connection().operatorMoney()) {
      points = percent == null ? desk.fee() : desk.fee(points(percent));
    }
    context.output().result(Map.of("basisPoints", points), List.of(line(points)));
    return ExitCode.OK;
  }

  private static int points(String percent) {
    try {
      int points =
          new BigDecimal(percent.strip().replace("%", "").replace(',', '.'))
              .movePointRight(2)
              .intValueExact();
      if (points >= 0 && points <= LIMIT) {
        return points;
      }
    } catch (NumberFormatException e) {
      // Told below, like a percentage that is none.
    } catch (ArithmeticException e) {
      // More than two places.
    }
    throw new Fault.Usage(Sentence.of("ledger.bad-percent", percent));
  }

  /** What a fee is, in words. */
  static Sentence line(int points) {
    return points == 0
        ? Sentence.of("ledger.no-fee")
        : Sentence.of(
            "ledger.fee", BigDecimal.valueOf(points, 2).stripTrailingZeros().toPlainString());
  }
}
