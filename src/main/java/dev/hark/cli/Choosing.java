package dev.hark.cli;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.filter.Facts;
import dev.hark.filter.FilterFolders;
import dev.hark.filter.ListFiles;
import dev.hark.filter.NamedFilter;
import dev.hark.filter.Where;
import dev.hark.market.Choice;
import dev.hark.market.OfferOrder;
import dev.hark.market.OwnWork;
import dev.hark.pay.FloorKind;
import dev.hark.pay.FloorTable;
import dev.hark.pay.Rates;
import dev.hark.pay.Yardstick;
import dev.hark.task.Money;
import dev.hark.task.Need;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a worker's settings say about choosing tasks. */
public final class Choosing {
  private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:[.,][0-9]+)?) ?([A-Za-z]{3})");
  private static final Pattern COUNTRY = Pattern.compile("[a-z]{2,3}[_-]([A-Za-z]{2})\\b.*");
  private static final String OTHERWISE = "nl";

  private Choosing() {}

  /** Senses, devices and floor; what was never said counts as there. */
  public static Facts.Me me(Context context, Yardstick pay) {
    Settings settings = context.settings();
    Set<Need> can = EnumSet.noneOf(Need.class);
    add(can, settings, Setting.SEES, Need.SIGHT);
    add(can, settings, Setting.HEARS, Need.HEARING);
    add(can, settings, Setting.MICROPHONE, Need.MICROPHONE);
    add(can, settings, Setting.MICROPHONE, Need.SPEECH);
    add(can, settings, Setting.CAMERA, Need.CAMERA);
    return new Facts.Me(can, pay.perHour());
  }

  /**
   * What pay is held against: the worker's own figure; else the legal minimum or the living wage of
   * their place, of the country that the system's locale names, or at last of the Netherlands,
   * whose figure is among the highest of the table.
   */
  public static Yardstick pay(Context context, LocalDate today) {
    Optional<String> floor = context.settings().get(Setting.FLOOR);
    Rates rates = rates(context);
    if (floor.isPresent() && kind(floor.get()).isEmpty()) {
      return Yardstick.own(Optional.of(amount(floor.get())), rates, today);
    }
    FloorKind wanted = floor.flatMap(Choosing::kind).orElse(FloorKind.LEGAL);
    FloorTable table = floors(context);
    return Yardstick.of(table, place(context, table, today), wanted, rates, today);
  }

  /**
   * What pay is held against where somebody names it.
   *
   * @param named a place, or an amount an hour with its currency
   * @throws Fault.Usage where it is neither
   */
  public static Yardstick pay(Context context, String named, FloorKind wanted, LocalDate today) {
    Rates rates = rates(context);
    Yardstick there = Yardstick.of(floors(context), named, wanted, rates, today);
    if (there.perHour().isPresent()) {
      return there;
    }
    try {
      return Yardstick.own(Optional.of(amount(named)), rates, today);
    } catch (Fault.BadFile e) {
      throw new Fault.Usage(Sentence.of("pay.bad-floor", named));
    }
  }

  /** Pay floors: those that ship with Hark, and the user's own. */
  public static FloorTable floors(Context context) {
    return FloorTable.with(context.folders().config().resolve("pay").resolve("floors.csv"));
  }

  /** Rates: those that ship with Hark, or the user's newer ones. */
  public static Rates rates(Context context) {
    return Rates.newest(context.folders().config().resolve("pay").resolve("rates.csv"));
  }

  /** Where the worker is taken to be; not always a place that the table knows. */
  private static String place(Context context, FloorTable table, LocalDate today) {
    return context
        .settings()
        .get(Setting.PLACE)
        .orElseGet(
            () ->
                localeCountry(context.environment())
                    .filter(place -> table.at(place, FloorKind.LEGAL, today).isPresent())
                    .orElse(OTHERWISE));
  }

  private static Optional<FloorKind> kind(String floor) {
    return Arrays.stream(FloorKind.values()).filter(kind -> kind.id().equals(floor)).findFirst();
  }

  /** The filters of the installation and of the user. */
  public static FilterFolders filters(Context context) {
    String home = System.getProperty("hark.home", System.getProperty("hark.root", "."));
    return new FilterFolders(
        List.of(Path.of(home).resolve("filters"), context.folders().config().resolve("filters")));
  }

  /** The named filters, or where none is named the one of the settings. */
  public static List<NamedFilter> filters(Context context, List<String> names) {
    List<String> wanted =
        names.isEmpty() ? context.settings().get(Setting.FILTER).stream().toList() : names;
    FilterFolders folders = filters(context);
    return wanted.stream().map(folders::filter).toList();
  }

  /**
   * The filters and conditions that were asked for, or where there are none the filter of the
   * settings.
   *
   * @param names of filters
   * @param wheres expressions
   * @param more conditions that options stand for
   */
  public static List<NamedFilter> filters(
      Context context, List<String> names, List<String> wheres, List<NamedFilter> more) {
    List<NamedFilter> all = new ArrayList<>(filters(context, names));
    if (!wheres.isEmpty()) {
      all.addAll(Where.options(wheres));
    }
    all.addAll(more);
    return List.copyOf(all);
  }

  /** How this worker chooses with some filters, for a command that lists. */
  public static Choice choice(Context context, List<NamedFilter> filters, OfferOrder order) {
    Yardstick pay = pay(context, LocalDate.now(ZoneId.systemDefault()));
    return new Choice(
            me(context, pay),
            filters,
            Set.copyOf(context.journal().hiddenRequesters()),
            order,
            pay,
            ListFiles.in(context.folders().config()).read(context.output()::progress))
        .knowing(new OwnWork(() -> context.market().worked(), Clock.systemUTC()));
  }

  private static void add(Set<Need> can, Settings settings, Setting setting, Need need) {
    if (settings.yes(setting, true)) {
      can.add(need);
    }
  }

  private static Money amount(String typed) {
    Matcher amount = AMOUNT.matcher(typed.strip());
    try {
      if (amount.matches()) {
        Currency currency = Currency.getInstance(amount.group(2).toUpperCase(Locale.ROOT));
        BigDecimal minor =
            new BigDecimal(amount.group(1).replace(',', '.'))
                .movePointRight(currency.getDefaultFractionDigits())
                .setScale(0, RoundingMode.HALF_EVEN);
        return new Money(minor.longValueExact(), currency);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new Fault.BadFile(Sentence.of("tasks.bad-floor", typed), e);
    }
    throw new Fault.BadFile(Sentence.of("tasks.bad-floor", typed), null);
  }

  private static Optional<String> localeCountry(Environment environment) {
    return environment
        .variable("LC_ALL")
        .or(() -> environment.variable("LANG"))
        .map(COUNTRY::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1));
  }
}
