package dev.hark.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the visible reviews of one requester or group add up to, as sums and counts that can be
 * stored in columns and kept up to date in O(1): add, replace or remove one person's voice. All
 * numbers are exact, so the order of changes does not matter and nothing drifts.
 *
 * @param people how many people have a visible review
 * @param marks sum and count by attribute, those that anybody marked
 * @param reports how many people report something, where anybody does
 */
public record Tally(int people, Map<Attribute, Marks> marks, Map<Report, Integer> reports) {
  public static final Tally EMPTY = new Tally(0, Map.of(), Map.of());

  /** What the overall rating is made of; accessibility stands on its own. */
  private static final List<Attribute> OVERALL =
      List.of(Attribute.FAIRNESS, Attribute.SPEED, Attribute.COMMUNICATION, Attribute.PAY);

  public Tally {
    Map<Attribute, Marks> given = new EnumMap<>(Attribute.class);
    marks.forEach(
        (attribute, some) -> {
          if (some.count() > 0) {
            given.put(attribute, some);
          }
        });
    marks = Map.copyOf(given);
    Map<Report, Integer> reported = new EnumMap<>(Report.class);
    reports.forEach(
        (report, count) -> {
          if (count != 0) {
            reported.put(report, count);
          }
        });
    reports = Map.copyOf(reported);
    int most = marks.values().stream().mapToInt(Marks::count).max().orElse(0);
    int mostReports = reports.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    boolean negative = people < 0 || reports.values().stream().anyMatch(count -> count < 0);
    if (negative || Math.max(most, mostReports) > people) {
      throw new IllegalArgumentException(
          people + " people cannot have given " + marks + " " + reports);
    }
  }

  /** A tally with the gravest reports only. */
  public Tally(int people, Map<Attribute, Marks> marks, int unjustRejections, int termsBroken) {
    this(
        people,
        marks,
        Map.of(Report.UNJUST_REJECTIONS, unjustRejections, Report.TERMS_BROKEN, termsBroken));
  }

  /** Counts all of a requester's visible reviews anew, in any order. */
  public static Tally of(Collection<Review> reviews) {
    Tally tally = EMPTY;
    for (List<Review> person :
        reviews.stream().collect(Collectors.groupingBy(Review::reviewer)).values()) {
      tally = tally.plus(Voice.of(person));
    }
    return tally;
  }

  /** One person more. */
  public Tally plus(Voice voice) {
    return change(voice, 1);
  }

  /**
   * One person less.
   *
   * @param voice what was added for them
   */
  public Tally minus(Voice voice) {
    return change(voice, -1);
  }

  /** The same person says something else now. */
  public Tally replace(Voice before, Voice now) {
    return minus(before).plus(now);
  }

  /** The marks of one attribute, also where nobody marked it. */
  public Marks of(Attribute attribute) {
    return marks.getOrDefault(attribute, Marks.NONE);
  }

  /** How many people report it. */
  public int of(Report report) {
    return reports.getOrDefault(report, 0);
  }

  private Map<Report, Integer> counts() {
    Map<Report, Integer> counts = new EnumMap<>(Report.class);
    for (Report report : Report.values()) {
      counts.put(report, of(report));
    }
    return counts;
  }

  /** The rating where everybody's voice counts for the lower bound; empty where nobody reviewed. */
  public Optional<Rating> rating() {
    return rating(lower());
  }

  /**
   * The rating of all these people; empty where nobody reviewed.
   *
   * @param lower the bound that a few cannot lift, see {@link #lower()}, of those of them whose
   *     voice counts for it
   */
  public Optional<Rating> rating(double lower) {
    if (people == 0) {
      return Optional.empty();
    }
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    marks.forEach((attribute, some) -> means.put(attribute, some.mean()));
    OptionalDouble overall = overall(means);
    return Optional.of(
        new Rating(people, overall, Math.min(lower, overall.orElse(1)), means, counts()));
  }

  /** The mean of the means that make the overall rating; empty where there is none of them. */
  public static OptionalDouble overall(Map<Attribute, Double> means) {
    return OVERALL.stream().filter(means::containsKey).mapToDouble(means::get).average();
  }

  /**
   * {@link LowerBound} of all marks that make the overall rating, taken together, with as many
   * people as marked the attribute that most did; 1 where nobody marked any. One more review that
   * gives the best mark to whatever it marks never lowers it.
   */
  public double lower() {
    long sum = OVERALL.stream().mapToLong(attribute -> of(attribute).sum()).sum();
    int count = OVERALL.stream().mapToInt(attribute -> of(attribute).count()).sum();
    int most = OVERALL.stream().mapToInt(attribute -> of(attribute).count()).max().orElse(0);
    return count == 0 ? 1 : LowerBound.of((double) sum / count, most);
  }

  private Tally change(Voice voice, int by) {
    Map<Attribute, Marks> changed = new EnumMap<>(Attribute.class);
    changed.putAll(marks);
    voice
        .marks()
        .forEach(
            (attribute, mark) ->
                changed.put(
                    attribute,
                    by > 0 ? of(attribute).plus(mark.value()) : of(attribute).minus(mark.value())));
    Map<Report, Integer> reported = new EnumMap<>(Report.class);
    reported.putAll(reports);
    voice.reports().keySet().forEach(report -> reported.merge(report, by, Integer::sum));
    return new Tally(people + by, changed, reported);
  }
}
