package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.RatingsWait;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.Choice;
import dev.hark.market.Judged;
import dev.hark.market.OfferList;
import dev.hark.market.OfferOrder;
import dev.hark.market.OfferWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code hark tasks}: what there is to do, who pays what, and with {@code --why} what is hidden.
 */
public final class TasksCommand extends HarkCommand {
  private final OptionSpec filters =
      option("--filter", "NAME", "tasks.option.filter")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(List.of())
          .build();
  private final OptionSpec wheres =
      option("--where", "EXPRESSION", "tasks.option.where")
          .type(List.class)
          .auxiliaryTypes(String.class)
          .initialValue(List.of())
          .build();
  private final ConditionOptions conditions = new ConditionOptions();
  private final OptionSpec sort =
      option("--sort", "newest|hourly|pay|rating|length", "tasks.option.sort")
          .type(OfferOrder.class)
          .initialValue(OfferOrder.NEWEST)
          .build();
  private final OptionSpec limit =
      option("--limit", "N", "tasks.option.limit").type(int.class).initialValue(50).build();
  private final OptionSpec all = flag("--all", "tasks.option.all");
  private final OptionSpec why = flag("--why", "tasks.option.why");

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).arity("1").paramLabel(label).description(description);
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .arity("0")
        .initialValue(false)
        .description(description)
        .build();
  }

  /** Without annotations: reading those costs a fifth of this command's time. */
  @Override
  protected CommandLine reader() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("tasks");
    spec.usageMessage().description("tasks.command");
    for (OptionSpec option : List.of(filters, wheres, sort, limit, all, why)) {
      spec.addOption(option);
    }
    conditions.addTo(spec);
    return new CommandLine(spec);
  }

  @Override
  protected ExitCode run(Context context) {
    int most = limit.getValue();
    List<String> names = filters.getValue();
    OfferOrder order = sort.getValue();
    if (most < 1) {
      throw new Fault.Usage(Sentence.of("tasks.bad-limit", most));
    }
    Choice choice =
        Choosing.choice(
            context,
            Choosing.filters(context, names, wheres.getValue(), conditions.filters()),
            order);
    OfferList list = RatingsWait.rated(context, OfferList.of(context.market(), choice));
    List<Judged> shown = new ArrayList<>(list.kept());
    if (all.<Boolean>getValue()) {
      shown.addAll(list.hidden());
    }
    int more = Math.max(0, shown.size() - most);
    shown = shown.subList(0, Math.min(most, shown.size()));
    context.output().result(json(context, list, shown), lines(list, shown, more));
    return ExitCode.OK;
  }

  private List<Sentence> lines(OfferList list, List<Judged> shown, int more) {
    List<Sentence> lines = new ArrayList<>(list.summary());
    shown.forEach(judged -> lines.add(OfferWords.sentence(judged.facts())));
    if (more > 0) {
      lines.add(Sentence.of("list.kept-shown", more));
    }
    if (why.<Boolean>getValue() && !list.hidden().isEmpty()) {
      lines.add(Sentence.of("list.hidden-and-why"));
      lines.addAll(OfferWords.why(list.hidden()));
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
