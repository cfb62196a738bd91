package dev.hark.cli;

import dev.hark.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A command's help as lines for a screen reader: one thing a line, no columns. */
public final class Help {
  private Help() {}

  public static String of(CommandLine command, Wording wording) {
    CommandSpec spec = command.getCommandSpec();
    List<String> lines = new ArrayList<>();
    lines.add(said(spec.usageMessage().description(), wording));
    lines.add(wording.say("cli.help.usage", usage(spec, wording)));
    command.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(
            sub ->
                lines.add(
                    sub.qualifiedName() + ": " + said(sub.usageMessage().description(), wording)));
    for (PositionalParamSpec word : spec.positionalParameters()) {
      lines.add(label(word, wording) + ": " + said(word.description(), wording));
    }
    for (OptionSpec option : spec.options()) {
      lines.add(form(option, wording) + ": " + said(option.description(), wording));
    }
    if (spec.parent() == null && spec.name().equals("hark")) {
      lines.add(wording.say("cli.help.more"));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String usage(CommandSpec spec, Wording wording) {
    StringBuilder usage = new StringBuilder(spec.qualifiedName());
    if (!usage.toString().startsWith("hark")) {
      usage.insert(0, "hark ");
    }
    if (!spec.subcommands().isEmpty()) {
      usage.append(' ').append(wording.say(Label.of("COMMAND")));
    }
    spec.positionalParameters().forEach(word -> usage.append(' ').append(bracketed(word, wording)));
    return usage + " [" + wording.say(Label.of("OPTIONS")) + "]";
  }

  private static String bracketed(PositionalParamSpec word, Wording wording) {
    String label = label(word, wording) + (word.arity().max() > 1 ? "..." : "");
    return word.required() ? label : "[" + label + "]";
  }

  private static String form(OptionSpec option, Wording wording) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + label(option, wording);
  }

  private static String label(ArgSpec arg, Wording wording) {
    return Label.named(arg) ? wording.say(Label.of(arg.paramLabel())) : arg.paramLabel();
  }

  private static String said(String[] keys, Wording wording) {
    return keys.length == 0 ? "" : wording.say(keys[0]);
  }

  /** Whether every word of help of a command has its message; for tests. */
  static List<String> keys(CommandSpec spec) {
    List<String> keys = new ArrayList<>(List.of(spec.usageMessage().description()));
    for (ArgSpec arg : spec.args()) {
      keys.addAll(List.of(arg.description()));
    }
    return keys;
  }

  /** The keys of the labels that a command's values have; for tests. */
  static List<String> labels(CommandSpec spec) {
    return spec.args().stream()
        .filter(Label::named)
        .filter(arg -> arg.arity().max() > 0)
        .map(arg -> Label.key(arg.paramLabel()))
        .toList();
  }
}
