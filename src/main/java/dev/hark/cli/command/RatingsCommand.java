package dev.hark.cli.command;

import dev.hark.cli.Context;
import dev.hark.cli.ExitCode;
import dev.hark.cli.HarkCommand;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.market.OfferWords;
import dev.hark.market.OwnRatingWords;
import dev.hark.market.OwnRatings;
import dev.hark.market.hub.OwnRatingsDesk;
import dev.hark.market.hub.RequesterDesk;
import dev.hark.pay.WorkTimes;
import dev.hark.pay.Yardstick;
import dev.hark.review.Review;
import dev.hark.task.Money;
import dev.hark.task.TaskKind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hark request ratings}: how workers rate a requester, and what would be better. */
@Command(name = "ratings", description = "rated.command")
final class RatingsCommand extends HarkCommand {
  private static final int MOST_MONTHS = 24;
  private static final int REVIEWS = 5;

  @Option(names = "--group", paramLabel = "ID", description = "rated.option.group")
  private @Nullable String group;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "6",
      description = "rated.option.months")
  private int months;

  @Mixin private FloorOptions floor = new FloorOptions();

  @Override
  protected ExitCode run(Context context) {
    if (months < 1 || months > MOST_MONTHS) {
      throw new Fault.Usage(Sentence.of("rated.bad-months", MOST_MONTHS, months));
    }
    Yardstick pay = floor.pay(context);
    Optional<String> one = Optional.ofNullable(group);
    OwnRatings own;
    Map<TaskKind, WorkTimes> times;
    List<Review> reviews;
    try (RequesterDesk desk = context.connection().requester()) {
      OwnRatingsDesk ratings = desk.ratings();
      own = ratings.ratings(one, months);
      times = ratings.times(one);
      reviews = ratings.reviews(own.requesterId(), one, REVIEWS);
    }
    Map<TaskKind, Pricing> prices = prices(pay, own, times);
    List<Sentence> lines = new ArrayList<>(OwnRatingWords.rating(own));
    lines.addAll(OwnRatingWords.decisions(own));
    pay(own, pay, lines);
    prices(times, prices, lines);
    OwnRatingWords.kept(own).ifPresent(lines::add);
    own.months().forEach(month -> lines.add(OwnRatingWords.month(month)));
    reviews.forEach(review -> review(review, lines));
    context.output().result(OwnRatingsView.of(own, pay, times, prices, reviews), lines);
    return ExitCode.OK;
  }

  private static void pay(OwnRatings own, Yardstick pay, List<Sentence> lines) {
    if (own.earned().isEmpty()) {
      lines.add(Sentence.of("rated.earned-none"));
    }
    for (OwnRatings.Pay earned : own.earned()) {
      lines.addAll(OwnRatingWords.earned(own, earned, pay.in(earned.all().average().currency())));
    }
    pay.perHour()
        .ifPresent(
            perHour ->
                pay.from()
                    .ifPresent(
                        from ->
                            lines.add(
                                Sentence.of(
                                    "pay.floor-is",
                                    perHour,
                                    from.kind().words(),
                                    from.placeName(),
                                    from.whom()))));
    lines.addAll(
        pay.doubts(
            own.earned().stream()
                .map(earned -> earned.all().average().currency())
                .collect(Collectors.toSet())));
  }

  /** What would bring three quarters of the workers to the floor, in the currency that is paid. */
  static Map<TaskKind, Pricing> prices(
      Yardstick pay, OwnRatings own, Map<TaskKind, WorkTimes> times) {
    Optional<Currency> paid =
        own.earned().stream().map(earned -> earned.all().average().currency()).findFirst();
    Optional<Money> least = paid.flatMap(pay::in).or(pay::perHour);
    Map<TaskKind, Pricing> prices = new TreeMap<>();
    least.ifPresent(
        floor ->
            times.forEach((kind, some) -> prices.put(kind, Pricing.reaching(floor, some.upper()))));
    return prices;
  }

  static void prices(
      Map<TaskKind, WorkTimes> times, Map<TaskKind, Pricing> prices, List<Sentence> lines) {
    if (times.isEmpty()) {
      lines.add(Sentence.of("rated.reward-unknown"));
    }
    prices.forEach(
        (kind, price) -> {
          WorkTimes some = times.get(kind);
          lines.add(
              Sentence.of(
                  "rated.reward",
                  Sentence.of("fact.kind." + word(kind)),
                  price.reward(),
                  price.floor(),
                  price.time(),
                  some == null ? 0 : some.workers()));
        });
  }

  private static void review(Review review, List<Sentence> lines) {
    lines.add(OfferWords.review(review));
    if (review.reception().reply().isEmpty() && !review.reception().id().isEmpty()) {
      lines.add(Sentence.of("rated.answer", review.reception().id()));
    }
  }

  static String word(TaskKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
