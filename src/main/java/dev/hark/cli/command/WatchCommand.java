package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.cli.Setting;
import dev.hark.cli.Watching;
import dev.hark.cli.session.SpeechOptions;
import dev.hark.cli.session.WatchRun;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.watch.CatchRules;
import dev.hark.watch.WatchPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark watch}: what fits is told as it comes. */
@Command(name = "watch", description = "watch.command")
public final class WatchCommand extends HarkCommand {
  private static final long MOST_REST = Duration.ofDays(7).toMinutes();

  @Option(names = "--filter", paramLabel = "NAME", description = "watch.option.filter")
  private List<String> filters = new ArrayList<>();

  @Option(names = "--where", paramLabel = "EXPRESSION", description = "watch.option.where")
  private List<String> conditions = new ArrayList<>();

  @Option(names = "--rest", paramLabel = "MINUTES", description = "watch.option.rest")
  private @Nullable Long rest;

  @Option(names = "--quiet", paramLabel = "HOURS", description = "watch.option.quiet")
  private @Nullable String quiet;

  @Option(names = "--silent", description = "watch.option.silent")
  private boolean silent;

  @Option(names = "--count", paramLabel = "NUMBER", description = "watch.option.count")
  private long count = Long.MAX_VALUE;

  @Option(names = "--catch", paramLabel = "first|every", description = "watch.option.catch")
  private CatchRules.@Nullable Mode mode;

  @Option(names = "--queue", paramLabel = "NUMBER", description = "watch.option.queue")
  private @Nullable Integer queue;

  @Option(names = "--cap", paramLabel = "NUMBER", description = "watch.option.cap")
  private @Nullable Integer cap;

  @Option(names = "--hours", paramLabel = "HOURS", description = "watch.option.hours")
  private @Nullable String hours;

  @Mixin private SpeechOptions speech;

  @Override
  protected ExitCode run(Context context) {
    speech.assume(context);
    WatchPlan plan =
        new WatchPlan(
            Watching.followed(context, filters, conditions),
            rest(context),
            Watching.hours(context, Optional.ofNullable(quiet), Setting.QUIET));
    boolean sound = !silent && context.settings().yes(Setting.SOUND, true);
    return new WatchRun(context, speech, sound, count, new WatchJson(context.wording())::of)
        .run(plan, rules(context));
  }

  private Optional<CatchRules> rules(Context context) {
    return Optional.ofNullable(mode)
        .map(
            wanted ->
                Watching.rules(
                    context,
                    wanted,
                    Optional.ofNullable(queue),
                    Optional.ofNullable(cap),
                    Optional.ofNullable(hours)));
  }

  private Duration rest(Context context) {
    if (rest == null) {
      return Watching.rest(context);
    }
    if (rest < 0 || rest > MOST_REST) {
      throw new Fault.Usage(Sentence.of("watch.bad-rest", rest.toString()));
    }
    return Duration.ofMinutes(rest);
  }
}
