package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Setting;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.session.HearingOptions;
import dev.hark.cli.session.SessionRun;
import dev.hark.cli.session.SpeechOptions;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.ListFiles;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import dev.hark.pay.Yardstick;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark} and {@code hark work}: the worker's session. */
@Command(name = "work", description = "cli.command.work")
public final class WorkCommand extends HarkCommand {
  private static final String FAIR_PAY = "fair-pay";
  private static final String NONE = "none";

  @Mixin private SpeechOptions speech;
  @Mixin private HearingOptions hearing;

  @Option(names = "--sees", paramLabel = "yes|no", description = "cli.option.sees")
  private @Nullable String sees;

  @Option(names = "--filter", paramLabel = "NAME", description = "cli.option.filter")
  private List<String> filters = new ArrayList<>();

  @Option(names = "--where", paramLabel = "EXPRESSION", description = "tasks.option.where")
  private List<String> wheres = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "newest|hourly|pay|rating|length",
      description = "cli.option.sort")
  private OfferOrder sort = OfferOrder.NEWEST;

  @Option(names = "--lines", description = "cli.option.lines")
  private boolean lines;

  private final ConditionOptions options = new ConditionOptions();

  @Override
  protected CommandLine reader() {
    CommandLine line = super.reader();
    options.addTo(line.getCommandSpec());
    return line;
  }

  @Override
  protected ExitCode run(Context context) {
    speech.assume(context);
    List<NamedFilter> conditions = new ArrayList<>(Where.options(wheres));
    conditions.addAll(options.filters());
    if (sees != null) {
      context.settings().assume(Setting.SEES, sees);
    }
    SessionRun run =
        new SessionRun(
            context,
            speech,
            hearing,
            lines,
            () ->
                context
                    .hub()
                    .map(address -> Connection.to(context.folders(), address))
                    .orElseGet(
                        () ->
                            Connection.embedded(
                                context.folders(), false, context.output()::progress)));
    return run.run(news -> choice(context, conditions, news));
  }

  private Choice choice(Context context, List<NamedFilter> conditions, Consumer<Sentence> news) {
    Yardstick pay = Choosing.pay(context, LocalDate.now(ZoneId.systemDefault()));
    return new Choice(
        Choosing.me(context, pay),
        Stream.concat(
                named(context).stream().flatMap(name -> filter(context, name, news)),
                conditions.stream())
            .toList(),
        Set.of(),
        sort,
        pay,
        ListFiles.in(context.folders().config()).read(news));
  }

  /** Work goes on without a filter whose file is broken; that is said. */
  private static Stream<NamedFilter> filter(Context context, String name, Consumer<Sentence> news) {
    try {
      return Stream.of(Choosing.filters(context).filter(name));
    } catch (Fault.BadFile broken) {
      news.accept(broken.sentence());
      return Stream.empty();
    }
  }

  /** The filters that were asked for, else the one of the settings, else fair pay. */
  private List<String> named(Context context) {
    List<String> wanted =
        filters.isEmpty() ? context.settings().get(Setting.FILTER).stream().toList() : filters;
    if (wanted.contains(NONE)) {
      return List.of();
    }
    boolean fairPay = wanted.isEmpty() && Choosing.filters(context).files().containsKey(FAIR_PAY);
    return fairPay ? List.of(FAIR_PAY) : wanted;
  }
}
