package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.ListFiles;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import dev.hark.journal.Journal;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import dev.hark.watch.CatchRules;
import dev.hark.watch.Hours;
import dev.hark.watch.WatchPlan;
import dev.hark.watch.WatchPlan.Followed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a worker's settings say about watching. */
public final class Watching {
  private static final String FAIR_PAY = "fair-pay";
  private static final String NONE = "none";

  private Watching() {}

  /** Where the worker's clock hangs: the setting, else the system's zone. */
  public static ZoneId zone(Context context) {
    return context.settings().get(Setting.ZONE).map(Watching::zone).orElse(ZoneId.systemDefault());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Fault.BadFile(Sentence.of("watch.bad-zone", name), e);
    }
  }

  /**
   * Hours that were asked for, else those of the settings.
   *
   * @throws Fault.BadFile where they are none
   */
  public static Optional<Hours> hours(Context context, Optional<String> asked, Setting otherwise) {
    // A zone that is none is said, whether or not there are hours by it.
    ZoneId zone = zone(context);
    return asked.or(() -> context.settings().get(otherwise)).map(text -> Hours.parse(text, zone));
  }

  /**
   * How matches are caught: by what was asked for, else by the settings.
   *
   * @throws Fault.Usage where a limit is none
   */
  public static CatchRules rules(
      Context context,
      CatchRules.Mode mode,
      Optional<Integer> queue,
      Optional<Integer> cap,
      Optional<String> hours) {
    return new CatchRules(
        mode,
        limit(context, queue, Setting.QUEUE, CatchRules.QUEUE),
        limit(context, cap, Setting.CAP, CatchRules.PER_DAY),
        hours(context, hours, Setting.HOURS),
        zone(context));
  }

  private static int limit(
      Context context, Optional<Integer> asked, Setting setting, int otherwise) {
    if (asked.isPresent() && (asked.get() < 1 || asked.get() > 999)) {
      throw new Fault.Usage(Sentence.of("watch.bad-limit", asked.get().toString()));
    }
    return asked.or(() -> context.settings().get(setting).map(Integer::valueOf)).orElse(otherwise);
  }

  /** How long a group rests, by the settings. */
  public static Duration rest(Context context) {
    return context
        .settings()
        .get(Setting.REST)
        .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
        .orElse(WatchPlan.REST);
  }

  /**
   * What is followed: each named filter by itself, all of them under the conditions. Where nothing
   * is named, the filter of the settings, else the conditions, else fair pay.
   */
  public static List<Followed> followed(
      Context context, List<String> names, List<String> conditions) {
    List<NamedFilter> wheres = Where.options(conditions);
    List<String> wanted = wanted(context, names, !wheres.isEmpty());
    List<Followed> followed = new ArrayList<>();
    for (NamedFilter filter :
        wanted.contains(NONE) ? List.<NamedFilter>of() : Choosing.filters(context, wanted)) {
      followed.add(new Followed(Optional.of(filter), choice(context, filter, wheres)));
    }
    if (followed.isEmpty() && wheres.isEmpty()) {
      followed.add(new Followed(Optional.empty(), choice(context, List.of())));
    } else if (followed.isEmpty()) {
      followed.add(new Followed(Optional.of(wheres.getFirst()), choice(context, wheres)));
    }
    return followed;
  }

  private static List<String> wanted(Context context, List<String> names, boolean conditions) {
    if (!names.isEmpty()) {
      return names;
    }
    List<String> own = context.settings().get(Setting.FILTER).stream().toList();
    boolean fairPay =
        own.isEmpty() && !conditions && Choosing.filters(context).files().containsKey(FAIR_PAY);
    return fairPay ? List.of(FAIR_PAY) : own.isEmpty() ? List.of(NONE) : own;
  }

  private static Supplier<Choice> choice(
      Context context, NamedFilter filter, List<NamedFilter> conditions) {
    List<NamedFilter> all = new ArrayList<>(conditions);
    all.addFirst(filter);
    return choice(context, all);
  }

  private static Supplier<Choice> choice(Context context, List<NamedFilter> filters) {
    Choice choice = Choosing.choice(context, filters, OfferOrder.HOURLY);
    ListFiles lists = ListFiles.in(context.folders().config());
    Journal journal = context.journal();
    // Broken lines were told when the choice was made.
    return () -> choice.with(lists.read(fault -> {})).hiding(journal.hiddenRequesters());
  }
}
