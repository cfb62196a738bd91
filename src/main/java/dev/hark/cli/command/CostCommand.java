package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.wire.CostJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hark request cost}: what a file would cost if it were posted; nothing is posted. */
@Command(name = "cost", description = "ledger.command.cost")
final class CostCommand extends HarkCommand {
  @Parameters(paramLabel = "FILE", description = "cli.request.file")
  private @Nullable Path file;

  @Override
  protected ExitCode run(Context context) {
    PostedFile posted = PostedFile.read(Objects.requireNonNull(file));
    CostJson cost;
    try (MoneyDesk desk = context.connection().requesterMoney()) {
      cost = desk.cost(posted.json());
    }
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Sentence.of(
            "ledger.cost",
            cost.answers(),
            cost.reward().toMoney(),
            cost.fee().toMoney(),
            cost.total().toMoney()));
    lines.add(
        cost.missing() == null
            ? Sentence.of("ledger.covered", cost.balance().toMoney())
            : Sentence.of("ledger.uncovered", cost.balance().toMoney(), cost.missing().toMoney()));
    context.output().result(cost, lines);
    return ExitCode.OK;
  }
}
