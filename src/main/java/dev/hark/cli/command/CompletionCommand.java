package dev.hark.cli.command;

import dev.hark.cli.Commands;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.wording.Wording;
import java.util.StringJoiner;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** Prints a script that lets a shell complete Hark's commands and options. */
@Command(name = "completion", description = "cli.command.completion")
public final class CompletionCommand extends HarkCommand {
  /** Shells that Hark knows. */
  public enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Parameters(paramLabel = "bash|zsh|fish", description = "cli.completion.shell")
  private Shell shell = Shell.BASH;

  @Override
  protected ExitCode run(Context context) {
    CommandLine tree = Commands.tree();
    context
        .output()
        .text(
            switch (shell) {
              case BASH, ZSH -> AutoComplete.bash("hark", tree);
              case FISH -> fish(tree, context.wording());
            });
    return ExitCode.OK;
  }

  private static String fish(CommandLine tree, Wording wording) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("complete -c hark -f");
    for (CommandLine command : tree.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      lines.add(
          "complete -c hark -n __fish_use_subcommand -a %s -d %s"
              .formatted(spec.name(), described(spec.usageMessage().description(), wording)));
      String within = " -n '__fish_seen_subcommand_from " + spec.name() + "'";
      command
          .getSubcommands()
          .keySet()
          .forEach(word -> lines.add("complete -c hark" + within + " -a " + word));
      for (OptionSpec option : spec.options()) {
        lines.add(
            "complete -c hark%s -l %s%s -d %s"
                .formatted(
                    within,
                    option.longestName().replaceFirst("^--?", ""),
                    option.arity().max() > 0 ? " -r" : "",
                    described(option.description(), wording)));
      }
    }
    return lines.toString();
  }

  private static String described(String[] keys, Wording wording) {
    return "'" + (keys.length == 0 ? "" : wording.say(keys[0]).replace("'", "\\'")) + "'";
  }
}
