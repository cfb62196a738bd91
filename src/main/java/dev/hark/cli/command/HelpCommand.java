package dev.hark.cli.command;

import dev.hark.cli.Commands;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Help;
import dev.hark.cli.Nearest;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "help", description = "cli.command.help")
public final class HelpCommand extends HarkCommand {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "cli.help.command")
  private @Nullable List<String> words;

  @Override
  protected ExitCode run(Context context) {
    CommandLine command = Commands.tree();
    for (String word : words == null ? List.<String>of() : words) {
      command = under(command, word);
    }
    context.output().text(Help.of(command, context.wording()));
    return ExitCode.OK;
  }

  private static CommandLine under(CommandLine command, String word) {
    Map<String, CommandLine> known = command.getSubcommands();
    CommandLine found = known.get(word);
    if (found == null) {
      throw new Fault.Usage(
          Nearest.to(word, known.keySet())
              .map(near -> Sentence.of("cli.unknown-command-near", word, near))
              .orElseGet(() -> Sentence.of("cli.unknown-command", word)));
    }
    return found;
  }
}
