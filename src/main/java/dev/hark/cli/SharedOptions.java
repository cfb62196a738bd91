package dev.hark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that every command takes, before or after its word. They are read before the command is
 * made, see {@link Arguments}; here they are declared, so that they are understood and explained.
 */
final class SharedOptions {
  private SharedOptions() {}

  /** Declares them for a command and for all below it. */
  static CommandLine in(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(text("--lang", "en|nl", "cli.option.lang"));
    spec.addOption(text("--hub", "URL", "cli.option.hub"));
    spec.addOption(
        OptionSpec.builder("--json")
            .type(boolean.class)
            .arity("0")
            .description("cli.option.json")
            .build());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("cli.option.help")
            .build());
    command.getSubcommands().values().forEach(SharedOptions::in);
    return command;
  }

  private static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }
}
