package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Field;
import dev.hark.filter.FilterFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code hark filter [list]}, {@code filter check FILE}, {@code filter explain TASK} and {@code
 * filter fields}.
 */
@Command(
    name = "filter",
    description = "tasks.filter-command",
    subcommands = {
      FilterCommand.ListThem.class,
      FilterCommand.Check.class,
      ExplainCommand.class,
      FilterCommand.Fields.class
    })
public final class FilterCommand extends HarkCommand {
  @Override
  protected CommandLine reader() {
    CommandLine line = super.reader();
    CommandLine explain = line.getSubcommands().get("explain");
    if (explain != null && explain.getCommand() instanceof ExplainCommand command) {
      command.conditions().addTo(explain.getCommandSpec());
    }
    return line;
  }

  @Override
  protected ExitCode run(Context context) {
    return list(context);
  }

  /** A broken file is told in its place, and the rest is listed. */
  private static ExitCode list(Context context) {
    List<Object> json = new ArrayList<>();
    List<Sentence> lines = new ArrayList<>();
    for (Map.Entry<String, Path> entry : Choosing.filters(context).files().entrySet()) {
      Map<String, String> one = new LinkedHashMap<>();
      one.put("id", entry.getKey());
      one.put("file", entry.getValue().toString());
      try {
        FilterFile file = FilterFile.read(entry.getValue());
        one.put("sentence", context.wording().say(file.sentence()));
        one.put("keep", file.keep().strip());
        lines.add(Sentence.of("tasks.filter-line", entry.getKey(), file.sentence()));
      } catch (Fault.BadFile broken) {
        one.put("fault", context.wording().say(broken.sentence()));
        lines.add(Sentence.of("tasks.filter-line", entry.getKey(), broken.sentence()));
      }
      json.add(one);
    }
    context.output().result(json, lines);
    return ExitCode.OK;
  }

  @Command(name = "list", description = "tasks.filter-list")
  static final class ListThem extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      return list(context);
    }
  }

  @Command(name = "check", description = "tasks.filter-check")
  static final class Check extends HarkCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "tasks.filter-file")
    private Path file = Path.of("");

    @Override
    protected ExitCode run(Context context) {
      FilterFile checked = FilterFile.read(file);
      var filter = checked.compile();
      context.output().say(Sentence.of("tasks.filter-good", filter.name(), checked.sentence()));
      return ExitCode.OK;
    }
  }

  @Command(name = "fields", description = "tasks.filter-fields")
  static final class Fields extends HarkCommand {
    @Override
    protected ExitCode run(Context context) {
      Map<String, String> json = new LinkedHashMap<>();
      List<Sentence> lines = new ArrayList<>();
      for (Field field : Field.values()) {
        json.put(field.label(), context.wording().say(field.meaning()));
        lines.add(Sentence.of("tasks.filter-line", field.label(), field.meaning()));
      }
      context.output().result(json, lines);
      return ExitCode.OK;
    }
  }
}
