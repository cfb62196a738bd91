package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says in one plain sentence what is wrong with a command line, in place of picocli's words. */
final class ParseFaults {
  private ParseFaults() {}

  static Fault.Usage of(CommandLine.ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    return new Fault.Usage(
        switch (wrong) {
          case CommandLine.UnmatchedArgumentException unmatched ->
              unmatched(command, name, unmatched.getUnmatched().getFirst());
          case CommandLine.MissingParameterException missing when !missing.getMissing().isEmpty() ->
              missing(command, name, missing);
          default ->
              wrong.getArgSpec() == null
                  ? Sentence.of("cli.not-understood", name)
                  : unfit(name, wrong.getArgSpec(), Optional.ofNullable(wrong.getValue()));
        });
  }

  private static Sentence unmatched(CommandLine command, String name, String typed) {
    boolean option = typed.startsWith("-");
    List<String> known =
        option
            ? command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList()
            : List.copyOf(command.getSubcommands().keySet());
    Optional<String> near = Nearest.to(option ? typed.split("=", 2)[0] : typed, known);
    String key = option ? "cli.unknown-option" : "cli.unknown-word";
    return near.map(word -> Sentence.of(key + "-near", name, typed, word))
        .orElseGet(() -> Sentence.of(key, name, typed));
  }

  /** Of several things that are missing, the words come first, as they do on the line. */
  private static Sentence missing(
      CommandLine command, String name, CommandLine.MissingParameterException missing) {
    ArgSpec first =
        missing.getMissing().stream()
            .filter(ArgSpec::isPositional)
            .findFirst()
            .orElse(missing.getMissing().getFirst());
    if (!(first instanceof OptionSpec option)) {
      return Sentence.of("cli.missing-word", name, Label.of(first));
    }
    boolean typed =
        command.getParseResult() != null
            && command.getParseResult().expandedArgs().stream()
                .anyMatch(word -> List.of(option.names()).contains(word));
    return typed
        ? Sentence.of("cli.option-needs-value", option.longestName(), Label.of(first))
        : Sentence.of(
            "cli.missing-word",
            name,
            Sentence.of("cli.option-and-value", option.longestName(), Label.of(first)));
  }

  private static Sentence unfit(String name, ArgSpec spec, Optional<String> value) {
    Object what = spec instanceof OptionSpec option ? option.longestName() : Label.of(spec);
    return value
        .map(given -> Sentence.of("cli.unfit-value", what, given, name))
        .orElseGet(() -> Sentence.of("cli.option-needs-value", what, Label.of(spec)));
  }
}
