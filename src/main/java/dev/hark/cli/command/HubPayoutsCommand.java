package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.hub.MoneyDesk;
import dev.hark.wire.PayoutBatchJson;
import dev.hark.wire.SettlementJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hark hub payouts}: the settlement file, and what became of the payouts in it. */
@Command(
    name = "payouts",
    description = "ledger.command.payouts",
    subcommands = {
      HubPayoutsCommand.Export.class,
      HubPayoutsCommand.Confirm.class,
      HubPayoutsCommand.GiveBack.class,
      HubPayoutsCommand.Settle.class
    })
final class HubPayoutsCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("ledger.payouts-which"));
  }

  @Command(name = "export", description = "ledger.command.export")
  static final class Export extends HarkCommand {
    @Parameters(paramLabel = "FILE", description = "ledger.option.file")
    private @Nullable Path file;

    @Override
    protected ExitCode run(Context context) {
      Path to = Objects.requireNonNull(file);
      if (Files.exists(to)) {
        throw new Fault.Usage(Sentence.of("ledger.exists", to.toString()));
      }
      PayoutBatchJson batch;
      try (MoneyDesk desk = context.connection().operatorMoney()) {
        batch = desk.export();
        Files.write(to, desk.file(batch.id()), StandardOpenOption.CREATE_NEW);
      } catch (IOException e) {
        throw new Fault.Storage(Sentence.of("ledger.unwritable", to.toString()), e);
      }
      List<Sentence> lines = new ArrayList<>();
      lines.add(Sentence.of("ledger.exported", batch.payouts(), to.toString(), batch.id()));
      batch.totals().forEach(total -> lines.add(Sentence.of("ledger.total", total.toMoney())));
      context.output().result(batch, lines);
      return ExitCode.OK;
    }
  }

  @Command(name = "confirm", description = "ledger.command.confirm")
  static final class Confirm extends HarkCommand {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "ledger.option.payout")
    private List<String> ids = new ArrayList<>();

    @Override
    protected ExitCode run(Context context) {
      return settle(
          context, ids.stream().map(id -> new SettlementJson.Item(id, "paid", null)).toList());
    }
  }

  @Command(name = "return", description = "ledger.command.return")
  static final class GiveBack extends HarkCommand {
    @Parameters(paramLabel = "ID", description = "ledger.option.payout")
    private String id = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "ledger.option.why")
    private String reason = "";

    @Override
    protected ExitCode run(Context context) {
      return settle(context, List.of(new SettlementJson.Item(id, "returned", reason)));
    }
  }

  @Command(name = "settle", description = "ledger.command.settle")
  static final class Settle extends HarkCommand {
    @Parameters(paramLabel = "FILE", description = "ledger.option.results")
    private @Nullable Path file;

    @Override
    protected ExitCode run(Context context) {
      return settle(context, ResultsFile.read(Objects.requireNonNull(file)));
    }
  }

  private static ExitCode settle(Context context, List<SettlementJson.Item> items) {
    int settled;
    try (MoneyDesk desk = context.connection().operatorMoney()) {
      settled = desk.settle(items);
    }
    context
        .output()
        .result(Map.of("settled", settled), List.of(Sentence.of("ledger.settled", settled)));
    return ExitCode.OK;
  }
}
