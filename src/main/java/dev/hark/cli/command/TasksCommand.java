package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Choice;
import dev.hark.market.Judged;
import dev.hark.market.OfferList;
import dev.hark.market.OfferOrder;
import dev.hark.market.OfferWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code hark tasks}: what there is to do, who pays what, and with {@code --why} what is hidden.
 */
@Command(name = "tasks", description = "tasks.command")
public final class TasksCommand extends HarkCommand {
  @Option(names = "--filter", paramLabel = "NAME", description = "tasks.option.filter")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "newest|hourly|pay|rating|length",
      description = "tasks.option.sort")
  private OfferOrder sort = OfferOrder.NEWEST;

  @Option(names = "--limit", paramLabel = "N", description = "tasks.option.limit")
  private int limit = 50;

  @Option(names = "--all", description = "tasks.option.all")
  private boolean all;

  @Option(names = "--why", description = "tasks.option.why")
  private boolean why;

  @Override
  protected ExitCode run(Context context) {
    if (limit < 1) {
      throw new Fault.Usage(Sentence.of("tasks.bad-limit", limit));
    }
    Choice choice =
        new Choice(
            Choosing.me(context, LocalDate.now(ZoneId.systemDefault())),
            Choosing.filters(context, filters),
            Set.copyOf(context.journal().hiddenRequesters()),
            sort);
    OfferList list = OfferList.of(context.market(), choice);
    List<Judged> shown = new ArrayList<>(list.kept());
    if (all) {
      shown.addAll(list.hidden());
    }
    int more = Math.max(0, shown.size() - limit);
    shown = shown.subList(0, Math.min(limit, shown.size()));
    context.output().result(json(context, list, shown), lines(list, shown, more));
    return ExitCode.OK;
  }

  private List<Sentence> lines(OfferList list, List<Judged> shown, int more) {
    List<Sentence> lines = new ArrayList<>(list.summary());
    shown.forEach(judged -> lines.add(OfferWords.sentence(judged.facts())));
    if (more > 0) {
      lines.add(Sentence.of("list.kept-shown", more));
    }
    if (why) {
      list.hidden().forEach(judged -> lines.add(OfferWords.why(judged)));
    }
    return lines;
  }

  private static Map<String, Object> json(Context context, OfferList list, List<Judged> shown) {
    OfferJson json = new OfferJson(context.wording());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("kept", list.kept().size());
    all.put("hiddenCount", list.hidden().size());
    all.put("leftOut", list.leftOut());
    all.put("summary", list.summary().stream().map(context.wording()::say).toList());
    all.put("offers", shown.stream().map(json::of).toList());
    all.put("hidden", list.hidden().stream().map(json::of).toList());
    return all;
  }
}
