package dev.hark.cli.command;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that stand for conditions which are asked for often. They combine with each other, with
 * filters and with {@code --where}.
 */
final class ConditionOptions {
  private final OptionSpec qualified = flag("--qualified", "conditions.qualified");
  private final OptionSpec couldQualify = flag("--could-qualify", "conditions.could-qualify");
  private final OptionSpec noSight = flag("--no-sight", "conditions.no-sight");
  private final OptionSpec minTasks = number("--min-tasks", "conditions.min-tasks");
  private final OptionSpec maxMinutes = number("--max-minutes", "conditions.max-minutes");
  private final OptionSpec languages =
      OptionSpec.builder("--language")
          .arity("1")
          .paramLabel("LANGUAGE")
          .description("conditions.language")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(List.of())
          .build();

  void addTo(CommandSpec spec) {
    for (OptionSpec option :
        List.of(qualified, couldQualify, noSight, minTasks, maxMinutes, languages)) {
      spec.addOption(option);
    }
  }

  /** What they ask for; throws {@code Fault.Usage} where a value is unfit. */
  List<NamedFilter> filters() {
    List<String> asked = new ArrayList<>();
    if (qualified.<Boolean>getValue()) {
      asked.add("me.qualified");
    }
    if (couldQualify.<Boolean>getValue()) {
      asked.add("me.could_qualify");
    }
    if (noSight.<Boolean>getValue()) {
      asked.add("!(\"sight\" in task.needs)");
    }
    int tasks = number(minTasks);
    if (tasks > 0) {
      asked.add("task.available >= " + tasks);
    }
    int minutes = number(maxMinutes);
    if (minutes > 0) {
      asked.add("task.minutes <= " + minutes);
    }
    List<String> wanted = languages.getValue();
    if (!wanted.isEmpty()) {
      asked.add(inLanguages(wanted));
    }
    return asked.stream().map(Where::of).toList();
  }

  private static String inLanguages(List<String> wanted) {
    List<String> quoted = new ArrayList<>();
    for (String language : wanted) {
      String small = language.strip().toLowerCase(Locale.ROOT);
      if (!small.matches("[a-z]{2,3}")) {
        throw new Fault.Usage(Sentence.of("conditions.bad-language", language));
      }
      quoted.add("\"" + small + "\"");
    }
    return quoted.size() == 1
        ? "task.language == " + quoted.getFirst()
        : "task.language in [" + String.join(", ", quoted) + "]";
  }

  private static int number(OptionSpec option) {
    int number = option.<Integer>getValue();
    if (number < 0) {
      throw new Fault.Usage(
          Sentence.of("conditions.bad-number", option.longestName(), Integer.toString(number)));
    }
    return number;
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .arity("0")
        .initialValue(false)
        .description(description)
        .build();
  }

  private static OptionSpec number(String name, String description) {
    return OptionSpec.builder(name)
        .arity("1")
        .paramLabel("N")
        .description(description)
        .type(int.class)
        .initialValue(0)
        .build();
  }
}
