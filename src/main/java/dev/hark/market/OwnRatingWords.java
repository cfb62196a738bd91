package dev.hark.market;

import dev.hark.fault.Sentence;
import dev.hark.filter.FactWords;
import dev.hark.filter.Facts;
import dev.hark.market.OwnRatings.Median;
import dev.hark.market.OwnRatings.Month;
import dev.hark.pay.HourlyPay;
import dev.hark.review.Rating;
import dev.hark.review.Standing;
import dev.hark.review.Sureness;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A requester's own ratings, one thing a sentence. */
public final class OwnRatingWords {
  private static final double TENTHS = 10;
  private static final int FEW = 4;

  private OwnRatingWords() {}

  /** How they are rated, with the verdict first. */
  public static List<Sentence> rating(OwnRatings own) {
    List<Sentence> lines = new ArrayList<>();
    own.rated()
        .ifPresentOrElse(
            rated -> rated(own, rated, lines), () -> lines.add(Sentence.of("rated.none")));
    if (own.waiting() > 0) {
      lines.add(Sentence.of("rated.waiting", own.waiting()));
    }
    return lines;
  }

  private static void rated(OwnRatings own, OwnRatings.Rated rated, List<Sentence> lines) {
    Rating all = rated.all();
    if (all.overall().isPresent()) {
      double overall = all.overall().getAsDouble();
      lines.add(
          Sentence.of(
              "rated.rated", overall, all.reviewers(), Sureness.of(all).sentence(), all.lower()));
      own.market()
          .flatMap(OwnRatings.Market::rating)
          .ifPresent(
              median ->
                  lines.add(
                      beside(
                          compare(tenths(overall), tenths(median.median())),
                          median,
                          median.median())));
    } else {
      lines.add(Sentence.of("rated.unmarked", all.reviewers()));
    }
    Facts.Reviews reviews = Overlay.reviews(new Standing.Rated(all));
    OfferWords.reports(reviews)
        .forEach(report -> lines.add(Sentence.of("offer.part", report.words())));
    if (!all.means().isEmpty()) {
      lines.add(Sentence.of("offer.detail.marks", ReviewWords.marks(all.means())));
    }
    lines.add(
        rated
            .recent()
            .filter(recent -> recent.overall().isPresent())
            .map(
                recent ->
                    Sentence.of("rated.recent", recent.overall().getAsDouble(), recent.reviewers()))
            .orElseGet(() -> Sentence.of("rated.recent-none")));
    rated.faded().ifPresent(faded -> lines.add(Sentence.of("rated.faded", faded)));
  }

  /** What they approve, and how soon they pay. */
  public static List<Sentence> decisions(OwnRatings own) {
    List<Sentence> lines = new ArrayList<>();
    if (own.decided() == 0) {
      lines.add(Sentence.of("rated.undecided"));
    } else {
      double percent = percent((double) own.approved() / own.decided());
      lines.add(Sentence.of("rated.approved", own.approved(), own.decided(), percent));
      own.market()
          .flatMap(OwnRatings.Market::approval)
          .ifPresent(
              median -> {
                double other = percent(median.median());
                lines.add(
                    beside(compare(percent, other), median, Sentence.of("rated.percent", other)));
              });
    }
    own.timeToPay()
        .ifPresent(
            time -> {
              lines.add(Sentence.of("rated.pays", time));
              own.market()
                  .flatMap(OwnRatings.Market::secondsToPay)
                  .ifPresent(
                      median -> {
                        Duration other = Duration.ofSeconds(Math.round(median.median()));
                        lines.add(
                            Sentence.of(
                                time.compareTo(other) > 0
                                    ? "rated.later"
                                    : time.equals(other) ? "rated.same" : "rated.sooner",
                                median.requesters(),
                                other));
                      });
            });
    return lines;
  }

  /** What workers earned an hour, held against a floor in the same currency where there is one. */
  public static List<Sentence> earned(OwnRatings own, OwnRatings.Pay pay, Optional<Money> floor) {
    List<Sentence> lines = new ArrayList<>();
    Money average = pay.all().average();
    lines.add(Sentence.of("rated.earned", average, pay.all().tasks()));
    floor.ifPresent(least -> lines.add(against(average, least)));
    own.market()
        .map(market -> market.hourly().get(average.currency()))
        .ifPresent(
            median -> {
              Money other = new Money(Math.round(median.median()), average.currency());
              lines.add(beside(average.compareTo(other), median, other));
            });
    pay.all().range().ifPresent(range -> range(range, floor, lines));
    pay.recent()
        .ifPresent(
            recent ->
                lines.add(Sentence.of("rated.earned-recent", recent.average(), recent.tasks())));
    return lines;
  }

  /** Of a few, a middle half says nothing. */
  private static void range(HourlyPay range, Optional<Money> floor, List<Sentence> lines) {
    if (range.workers() < FEW) {
      lines.add(Sentence.of("rated.few", range.workers()));
      return;
    }
    lines.add(
        Sentence.of("rated.range", range.workers(), new MoneyRange(range.low(), range.high())));
    if (floor.isPresent() && range.low().compareTo(floor.get()) < 0) {
      lines.add(Sentence.of("rated.quarter-under"));
    }
  }

  private static Sentence against(Money average, Money floor) {
    return average.compareTo(floor) < 0
        ? Sentence.of(
            "rated.under", new Money(floor.minor() - average.minor(), floor.currency()), floor)
        : Sentence.of("rated.reached", floor);
  }

  /** Said where a comparison is kept back because too few count. */
  public static Optional<Sentence> kept(OwnRatings own) {
    return own.market()
        .filter(
            market ->
                market.rating().isEmpty()
                    || market.approval().isEmpty()
                    || market.secondsToPay().isEmpty()
                    || market.hourly().isEmpty())
        .map(market -> Sentence.of("rated.kept", market.leastRequesters(), market.leastPeople()));
  }

  /** "November 2026: 4.2 from 6 workers, 40 of 42 answers approved and 12 euros 40 an hour." */
  public static Sentence month(Month month) {
    List<Sentence> parts = new ArrayList<>();
    parts.add(
        month
            .rating()
            .filter(rating -> rating.overall().isPresent())
            .map(
                rating ->
                    Sentence.of(
                        "rated.month-rated", rating.overall().getAsDouble(), rating.reviewers()))
            .orElseGet(() -> Sentence.of("rated.month-unrated")));
    if (month.decided() > 0) {
      parts.add(Sentence.of("fact.approved", month.approved(), month.decided()));
    }
    month.hourly().forEach(hourly -> parts.add(Sentence.of("rated.month-earned", hourly)));
    return Sentence.of("rated.month", month.month(), FactWords.list(parts));
  }

  private static Sentence beside(int more, Median median, Object told) {
    return Sentence.of(
        more > 0 ? "rated.more" : more < 0 ? "rated.less" : "rated.same",
        median.requesters(),
        told);
  }

  /** Figures that sound alike are alike. */
  private static int compare(double own, double other) {
    return Double.compare(own, other);
  }

  private static double tenths(double number) {
    return Math.round(number * TENTHS) / TENTHS;
  }

  /** Rounded down: what is not all is never said to be 100 percent. */
  private static double percent(double share) {
    return Math.floor(share * 100 * TENTHS + 1e-6) / TENTHS;
  }
}
