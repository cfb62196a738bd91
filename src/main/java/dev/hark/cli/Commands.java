package dev.hark.cli;

import dev.hark.cli.bench.BenchCommand;
import dev.hark.cli.command.BlockCommand;
import dev.hark.cli.command.ComparedCommand;
import dev.hark.cli.command.CompletionCommand;
import dev.hark.cli.command.ConnectCommand;
import dev.hark.cli.command.DemoCommand;
import dev.hark.cli.command.DisputeCommand;
import dev.hark.cli.command.DoctorCommand;
import dev.hark.cli.command.DraftsCommand;
import dev.hark.cli.command.EarningsCommand;
import dev.hark.cli.command.EventsCommand;
import dev.hark.cli.command.FilterCommand;
import dev.hark.cli.command.FlagCommand;
import dev.hark.cli.command.FloorCommand;
import dev.hark.cli.command.HeldCommand;
import dev.hark.cli.command.HelpCommand;
import dev.hark.cli.command.HelpfulCommand;
import dev.hark.cli.command.HubCommand;
import dev.hark.cli.command.IncludeCommand;
import dev.hark.cli.command.ObjectCommand;
import dev.hark.cli.command.PayoutCommand;
import dev.hark.cli.command.QualificationsCommand;
import dev.hark.cli.command.RejectedCommand;
import dev.hark.cli.command.RequestCommand;
import dev.hark.cli.command.ReviewCommand;
import dev.hark.cli.command.ReviewsCommand;
import dev.hark.cli.command.SayCommand;
import dev.hark.cli.command.SettingsCommand;
import dev.hark.cli.command.TasksCommand;
import dev.hark.cli.command.TokenCommand;
import dev.hark.cli.command.TrainCommand;
import dev.hark.cli.command.TranscriptCommand;
import dev.hark.cli.command.VoicesCommand;
import dev.hark.cli.command.WatchCommand;
import dev.hark.cli.command.WorkCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Every command by its word. Only the one that is asked for is made, which keeps the start quick.
 */
public final class Commands {
  /** In the order of the help. */
  public static final List<String> NAMES =
      List.of(
          "work",
          "tasks",
          "watch",
          "filter",
          "block",
          "include",
          "qualifications",
          "demo",
          "floor",
          "held",
          "earnings",
          "payout",
          "reviews",
          "review",
          "helpful",
          "flag",
          "drafts",
          "rejected",
          "object",
          "compared",
          "dispute",
          "request",
          "transcript",
          "events",
          "connect",
          "token",
          "hub",
          "doctor",
          "voices",
          "say",
          "settings",
          "bench",
          "completion",
          "help");

  private Commands() {}

  static Optional<CommandLine> named(String name) {
    Optional<HarkCommand> command =
        Optional.ofNullable(
            switch (name) {
              case "tasks" -> new TasksCommand();
              case "watch" -> new WatchCommand();
              case "filter" -> new FilterCommand();
              case "block" -> new BlockCommand();
              case "include" -> new IncludeCommand();
              case "qualifications" -> new QualificationsCommand();
              case "work" -> new WorkCommand();
              case "demo" -> new DemoCommand();
              case "reviews" -> new ReviewsCommand();
              case "review" -> new ReviewCommand();
              case "helpful" -> new HelpfulCommand();
              case "flag" -> new FlagCommand();
              case "drafts" -> new DraftsCommand();
              case "rejected" -> new RejectedCommand();
              case "object" -> new ObjectCommand();
              case "compared" -> new ComparedCommand();
              case "dispute" -> new DisputeCommand();
              case "request" -> new RequestCommand();
              case "transcript" -> new TranscriptCommand();
              case "events" -> new EventsCommand();
              case "voices" -> new VoicesCommand();
              case "say" -> new SayCommand();
              case "doctor" -> new DoctorCommand();
              case "floor" -> new FloorCommand();
              case "held" -> new HeldCommand();
              case "earnings" -> new EarningsCommand();
              case "payout" -> new PayoutCommand();
              case "hub" -> new HubCommand();
              case "connect" -> new ConnectCommand();
              case "token" -> new TokenCommand();
              case "settings" -> new SettingsCommand();
              case "completion" -> new CompletionCommand();
              case "help" -> new HelpCommand();
              case "bench" -> new BenchCommand();
              case "train" -> new TrainCommand();
              default -> null;
            });
    return command.map(made -> configured(SharedOptions.in(made.reader())));
  }

  /** All of them under {@code hark}. */
  public static CommandLine tree() {
    CommandLine root = SharedOptions.in(new Root().reader());
    for (String name : NAMES) {
      named(name).ifPresent(command -> root.addSubcommand(name, command));
    }
    return configured(root);
  }

  private static CommandLine configured(CommandLine command) {
    return command
        .setExpandAtFiles(false)
        .setOverwrittenOptionsAllowed(true)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Command(name = "hark", description = "cli.command.hark")
  static final class Root extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      throw new IllegalStateException("the first word is read before");
    }
  }
}
