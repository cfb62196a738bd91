package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import picocli.CommandLine.Command;

/** {@code hark hub}: the commands of whoever runs one. */
@Command(
    name = "hub",
    description = "cli.command.hub",
    subcommands = {
      HubServeCommand.class,
      HubBackupCommand.class,
      HubRestoreCommand.class,
      HubAccountCommand.class,
      HubTokenCommand.class,
      HubAuditCommand.class,
      HubReviewsCommand.class,
      HubPayoutsCommand.class,
      HubLedgerCommand.class,
      FeeCommand.class
    })
public final class HubCommand extends HarkCommand {
  @Override
  protected ExitCode run(Context context) {
    throw new Fault.Usage(Sentence.of("cli.hub-which"));
  }
}
