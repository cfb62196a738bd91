package dev.hark.hub.commons;

import dev.hark.review.Attribute;
import dev.hark.review.Faded;
import dev.hark.review.Rating;
import dev.hark.review.Report;
import dev.hark.review.Tally;
import dev.hark.wire.RatingJson;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ratings as they are sent. */
final class RatingFigures {
  private RatingFigures() {}

  /** For the list of tasks; null where no review counts. */
  static @Nullable RatingJson brief(Tally counted, double lower, int sure) {
    return of(counted, lower, sure, null, null, null);
  }

  /** All there is; null where no review counts. */
  static @Nullable RatingJson full(Ratings.Known known) {
    Ratings.Sums recent = known.recent();
    Map<Attribute, Double> faded = faded(known.faded());
    OptionalDouble overall = Tally.overall(faded);
    return of(
        known.all().counted(),
        known.all().sure().lower(),
        known.all().sure().people(),
        named(faded),
        overall.isPresent() ? overall.getAsDouble() : null,
        of(recent.counted(), recent.sure().lower(), recent.sure().people(), null, null, null));
  }

  private static @Nullable RatingJson of(
      Tally counted,
      double lower,
      int sure,
      @Nullable Map<String, Double> faded,
      @Nullable Double fadedOverall,
      @Nullable RatingJson recent) {
    return counted
        .rating(lower)
        .map(
            (Rating rating) ->
                new RatingJson(
                    rating.reviewers(),
                    rating.overall().isPresent() ? rating.overall().getAsDouble() : null,
                    rating.lower(),
                    named(rating.means()),
                    counted.of(Report.UNJUST_REJECTIONS),
                    counted.of(Report.TERMS_BROKEN),
                    counted.of(Report.BROKEN_TASKS),
                    counted.of(Report.UNPAID_SCREENING),
                    sure,
                    faded,
                    fadedOverall,
                    recent))
        .orElse(null);
  }

  private static Map<Attribute, Double> faded(Faded faded) {
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      faded.mean(attribute).ifPresent(mean -> means.put(attribute, mean));
    }
    return means;
  }

  private static Map<String, Double> named(Map<Attribute, Double> means) {
    Map<String, Double> named = new TreeMap<>();
    means.forEach((attribute, mean) -> named.put(attribute.name(), mean));
    return named;
  }
}
