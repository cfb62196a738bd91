package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Nearest;
import dev.hark.fault.Sentence;
import dev.hark.filter.ListFile;
import dev.hark.filter.ListFiles;
import dev.hark.filter.ListRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What {@code hark block} and {@code hark include} have in common: one list each. */
@Command(
    subcommands = {
      ListsCommand.ListThem.class,
      ListsCommand.Add.class,
      ListsCommand.Remove.class,
      ListsCommand.Import.class,
      ListsCommand.Export.class
    })
abstract class ListsCommand extends HarkCommand {
  /** The list that this command is about. */
  abstract ListFile list(ListFiles files);

  private ListFile list(Context context) {
    return list(ListFiles.in(context.folders().config()));
  }

  @Override
  protected ExitCode run(Context context) {
    return tell(context, list(context), "");
  }

  private static ExitCode tell(Context context, ListFile list, String search) {
    ListFile.Content content = list.read();
    content.faults().forEach(context.output()::progress);
    String small = search.toLowerCase(Locale.ROOT);
    List<ListRule> found =
        content.rules().stream()
            .filter(rule -> rule.line().toLowerCase(Locale.ROOT).contains(small))
            .toList();
    List<Sentence> lines = new ArrayList<>();
    for (ListRule rule : found) {
      lines.add(
          rule.note().isEmpty()
              ? Sentence.of("lists.entry", rule.kind().word(), rule.value())
              : Sentence.of("lists.entry-noted", rule.kind().word(), rule.value(), rule.note()));
    }
    if (lines.isEmpty()) {
      lines.add(
          content.rules().isEmpty()
              ? Sentence.of("lists.empty")
              : Sentence.of("lists.none-found", content.rules().size(), search));
    }
    context.output().result(found.stream().map(ListsCommand::json).toList(), lines);
    return ExitCode.OK;
  }

  private static Map<String, String> json(ListRule rule) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("kind", rule.kind().word());
    json.put("value", rule.value());
    if (!rule.note().isEmpty()) {
      json.put("note", rule.note());
    }
    return json;
  }

  private static List<ListRule> rules(String word, List<String> names) {
    ListRule.Kind kind =
        ListRule.Kind.of(word)
            .orElseThrow(
                () ->
                    new Fault.Usage(
                        Nearest.to(word, ListRule.Kind.words())
                            .map(near -> Sentence.of("lists.no-kind-near", word, near))
                            .orElseGet(() -> Sentence.of("lists.no-kind", word))));
    return names.stream().map(name -> new ListRule(kind, name)).toList();
  }

  private static void say(Context context, String key, String otherwise, List<ListRule> changed) {
    if (changed.isEmpty()) {
      context.output().say(Sentence.of(otherwise));
    } else {
      changed.forEach(rule -> context.output().say(Sentence.of(key, rule.words())));
    }
  }

  @Command(name = "list", description = "lists.command.list")
  static final class ListThem extends HarkCommand {
    @ParentCommand private ListsCommand of;

    @Parameters(arity = "0..*", paramLabel = "SEARCH", description = "lists.option.search")
    private List<String> search = new ArrayList<>();

    @Override
    protected ExitCode run(Context context) {
      return tell(context, of.list(context), String.join(" ", search).strip());
    }
  }

  /** Changes a list by rules of one kind. */
  abstract static class Change extends HarkCommand {
    @ParentCommand private ListsCommand of;

    @Parameters(
        index = "0",
        paramLabel = "requester|group|word|pattern",
        description = "lists.option.kind")
    private String kind = "";

    @Parameters(index = "1", arity = "1..*", paramLabel = "NAME", description = "lists.option.name")
    private List<String> names = new ArrayList<>();

    final ListFile list(Context context) {
      return of.list(context);
    }

    final List<ListRule> asked() {
      return rules(kind, names);
    }
  }

  @Command(name = "add", description = "lists.command.add")
  static final class Add extends Change {
    @Override
    protected ExitCode run(Context context) {
      say(context, "lists.added", "lists.there-already", list(context).add(asked()));
      return ExitCode.OK;
    }
  }

  @Command(name = "remove", description = "lists.command.remove")
  static final class Remove extends Change {
    @Override
    protected ExitCode run(Context context) {
      List<ListRule> gone = list(context).remove(asked());
      say(context, "lists.removed", "lists.not-there", gone);
      return gone.isEmpty() ? ExitCode.NO : ExitCode.OK;
    }
  }

  @Command(name = "import", description = "lists.command.import")
  static final class Import extends HarkCommand {
    @ParentCommand private ListsCommand of;

    @Parameters(index = "0", paramLabel = "FILE", description = "lists.option.from")
    private Path file = Path.of("");

    @Override
    protected ExitCode run(Context context) {
      int added = of.list(context).take(file).size();
      context.output().say(Sentence.of("lists.imported", added));
      return ExitCode.OK;
    }
  }

  @Command(name = "export", description = "lists.command.export")
  static final class Export extends HarkCommand {
    @ParentCommand private ListsCommand of;

    @Parameters(index = "0", paramLabel = "FILE", description = "lists.option.to")
    private Path file = Path.of("");

    @Override
    protected ExitCode run(Context context) {
      int written = of.list(context).give(file);
      context.output().say(Sentence.of("lists.exported", written, file.toString()));
      return ExitCode.OK;
    }
  }
}
