package dev.hark.cli.command;

import dev.hark.cli.Choosing;
import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Setting;
import dev.hark.cli.hub.Connection;
import dev.hark.cli.session.SessionRun;
import dev.hark.cli.session.SpeechOptions;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark} and {@code hark work}: the worker's session. */
@Command(name = "work", description = "cli.command.work")
public final class WorkCommand extends HarkCommand {
  private static final List<String> FAIR_PAY = List.of("fair-pay");

  @Mixin private SpeechOptions speech;

  @Option(names = "--sees", paramLabel = "yes|no", description = "cli.option.sees")
  private @Nullable String sees;

  @Option(names = "--filter", paramLabel = "NAME", description = "cli.option.filter")
  private List<String> filters = new ArrayList<>();

  @Option(
      names = "--sort",
      paramLabel = "newest|hourly|pay|rating|length",
      description = "cli.option.sort")
  private OfferOrder sort = OfferOrder.NEWEST;

  @Option(names = "--lines", description = "cli.option.lines")
  private boolean lines;

  @Override
  protected ExitCode run(Context context) {
    if (sees != null) {
      context.settings().assume(Setting.SEES, sees);
    }
    SessionRun run =
        new SessionRun(
            context,
            speech,
            lines,
            () ->
                context
                    .hub()
                    .map(address -> Connection.to(context.folders(), address))
                    .orElseGet(
                        () ->
                            Connection.embedded(
                                context.folders(), false, context.output()::progress)));
    return run.run(() -> choice(context));
  }

  private Choice choice(Context context) {
    List<String> wanted =
        filters.isEmpty() && context.settings().get(Setting.FILTER).isEmpty() ? FAIR_PAY : filters;
    boolean none = context.settings().get(Setting.FILTER).filter("none"::equals).isPresent();
    return new Choice(
        Choosing.me(context, LocalDate.now(ZoneId.systemDefault())),
        wanted.contains("none") || (filters.isEmpty() && none)
            ? List.of()
            : Choosing.filters(context, wanted),
        Set.of(),
        sort);
  }
}
