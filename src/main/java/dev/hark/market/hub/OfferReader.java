package dev.hark.market.hub;

import static dev.hark.market.hub.Nonsense.id;
import static dev.hark.market.hub.Nonsense.oneOf;
import static dev.hark.market.hub.Nonsense.present;
import static dev.hark.market.hub.Nonsense.within;

import dev.hark.filter.Facts;
import dev.hark.market.Offer;
import dev.hark.pay.Earned;
import dev.hark.pay.HourlyPay;
import dev.hark.pay.Pace;
import dev.hark.pay.WorkTimes;
import dev.hark.review.Standing;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Requester;
import dev.hark.task.TaskGroup;
import dev.hark.task.TaskKind;
import dev.hark.wire.ExpectedTimesJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.ImportedRatingJson;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.WorkTimesJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a hub's task groups into offers. */
final class OfferReader {
  private static final long MOST_MINOR = 100_000_000;
  private static final long MOST_AN_HOUR = 1_000_000_000_000L;
  private static final long MOST_SECONDS = Duration.ofDays(60).toSeconds();
  private static final int MOST_KEYWORDS = 20;
  private static final int MOST_SOURCES = 10;

  private OfferReader() {}

  /** For an offer by itself. */
  static Offer offer(TaskGroupJson json) throws Nonsense {
    return offer(json, new Recurring());
  }

  /**
   * @param recurring what other offers said too
   */
  static Offer offer(TaskGroupJson json, Recurring recurring) throws Nonsense {
    RequesterJson requester = present(json.requester(), "requester");
    Recurring.Known known = recurring.requester(requester);
    TaskGroup group = group(json, known.requester(), recurring);
    boolean counted = requester.approved() >= 0 && requester.approved() <= requester.decided();
    Optional<Earned> earned = earned(json.hourly(), group.reward().currency());
    return new Offer(
        group,
        known.standing(),
        earned
            .flatMap(Earned::range)
            .or(() -> times(json.times()).map(times -> HourlyPay.of(group.reward(), times)))
            .or(() -> expected(json.expected(), group.reward())),
        counted ? requester.decided() : 0,
        counted ? requester.approved() : 0,
        known.timeToPay(),
        known.imported(),
        earned);
  }

  static TaskGroup group(TaskGroupJson json) throws Nonsense {
    return group(json, requester(present(json.requester(), "requester")), new Recurring());
  }

  private static TaskGroup group(TaskGroupJson json, Requester requester, Recurring recurring)
      throws Nonsense {
    String title = PlainText.line(json.title(), 200);
    if (title.isEmpty()) {
      throw new Nonsense("a title has nothing to read");
    }
    return new TaskGroup(
        id(json.id(), "group"),
        requester,
        title,
        oneOf(TaskKind.class, json.kind()),
        recurring.language(json.language()),
        money(json.reward(), 1),
        Duration.ofSeconds(within(json.allowedSeconds(), 1, MOST_SECONDS, "time allowed")),
        (int) within(json.available(), 0, Integer.MAX_VALUE, "available"),
        recurring.needs(json.needs()),
        length(json.audioSeconds()),
        recurring.keywords(json.keywords()),
        json.bonus() == null ? Optional.empty() : Optional.of(money(json.bonus(), 1)),
        UnmetReader.all(json.unmet()));
  }

  static Requester requester(RequesterJson json) throws Nonsense {
    String name = PlainText.line(json.name(), 100);
    if (name.isEmpty()) {
      throw new Nonsense("a name has nothing to read");
    }
    return new Requester(id(json.id(), "requester"), name);
  }

  static Money money(@Nullable MoneyJson json, long least) throws Nonsense {
    MoneyJson money = present(json, "amount");
    within(money.minor(), least, MOST_MINOR, "amount");
    try {
      return Money.of(money.minor(), present(money.currency(), "currency"));
    } catch (IllegalArgumentException e) {
      throw new Nonsense("the currency is unknown");
    }
  }

  static Optional<Duration> seconds(@Nullable Long seconds) {
    return seconds == null || seconds < 0 || seconds > MOST_SECONDS * 10
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(seconds));
  }

  static Optional<Duration> length(@Nullable Double seconds) {
    return seconds == null || !(seconds > 0 && seconds < 86_400)
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  static Standing standing(RequesterJson requester) {
    return requester.rating() == null
        ? new Standing.NoReviews()
        : ReviewReader.standing(requester.rating());
  }

  /** What makes no sense is left out; it is no review that counts. */
  static Optional<Facts.Imported> imported(@Nullable ImportedRatingJson json) {
    if (json == null || json.reviews() < 0 || json.sources() == null || json.sources().isEmpty()) {
      return Optional.empty();
    }
    List<String> sources =
        json.sources().stream()
            .limit(MOST_SOURCES)
            .map(source -> PlainText.line(source, 40))
            .filter(source -> !source.isEmpty())
            .toList();
    Double overall = json.overall();
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Facts.Imported(
                overall != null && overall >= 1 && overall <= 5
                    ? OptionalDouble.of(overall)
                    : OptionalDouble.empty(),
                json.reviews(),
                sources,
                Optional.ofNullable(json.newest())));
  }

  static Optional<WorkTimes> times(@Nullable WorkTimesJson json) {
    if (json == null
        || json.workers() < 1
        || !(json.lowerSeconds() >= 0.5)
        || !(json.upperSeconds() >= json.lowerSeconds())
        || json.upperSeconds() > MOST_SECONDS) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkTimes(
            Duration.ofMillis(Math.round(json.lowerSeconds() * 1000)),
            Duration.ofMillis(Math.round(json.upperSeconds() * 1000)),
            json.workers()));
  }

  /** By times that are expected, where nobody has done a task yet. */
  private static Optional<HourlyPay> expected(@Nullable ExpectedTimesJson json, Money reward) {
    return json == null
        ? Optional.empty()
        : times(new WorkTimesJson(json.lowerSeconds(), json.upperSeconds(), 1))
            .map(times -> HourlyPay.expected(reward, times.lower(), times.upper()));
  }

  /** By the slower quarter of people. */
  static Optional<Pace> pace(@Nullable WorkTimesJson json, double audioSeconds) {
    return audioSeconds > 0.1 && audioSeconds < MOST_SECONDS
        ? times(json)
            .map(
                times ->
                    new Pace(times.upper().toMillis() / 1000.0 / audioSeconds, times.workers()))
        : Optional.empty();
  }

  /** What makes no sense is not known; the task is shown all the same. */
  static Optional<Earned> earned(@Nullable HourlyJson json, Currency currency) {
    if (json == null || json.tasks() < 1 || !isHourly(json.average())) {
      return Optional.empty();
    }
    return Optional.of(
        new Earned(new Money(json.average(), currency), range(json, currency), json.tasks()));
  }

  private static Optional<HourlyPay> range(HourlyJson json, Currency currency) {
    Long low = json.low();
    Long high = json.high();
    if (low == null || high == null || json.workers() < 1) {
      return Optional.empty();
    }
    return isHourly(low) && isHourly(high) && low <= high
        ? Optional.of(
            new HourlyPay(new Money(low, currency), new Money(high, currency), json.workers()))
        : Optional.empty();
  }

  private static boolean isHourly(long minor) {
    return minor >= 0 && minor <= MOST_AN_HOUR;
  }

  /** A need that this client does not know could be one that the worker cannot meet. */
  static Set<Need> needs(@Nullable List<String> names) throws Nonsense {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (String name : names == null ? List.<String>of() : names) {
      needs.add(oneOf(Need.class, name));
    }
    return needs;
  }

  static List<String> keywords(@Nullable List<String> words) {
    if (words == null) {
      return List.of();
    }
    List<String> kept = new ArrayList<>();
    for (String word : words.subList(0, Math.min(words.size(), MOST_KEYWORDS))) {
      String line = PlainText.line(word, 50);
      if (!line.isEmpty()) {
        kept.add(line);
      }
    }
    return kept;
  }

  static Locale language(@Nullable String tag) {
    return tag == null || tag.length() > 35 ? Locale.ROOT : Locale.forLanguageTag(tag);
  }
}
