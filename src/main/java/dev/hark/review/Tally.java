package dev.hark.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What the visible reviews of one requester add up to, as sums and counts that can be stored in
 * columns and kept up to date in O(1): add, replace or remove one person's voice. All numbers are
 * exact, so the order of changes does not matter and nothing drifts.
 *
 * @param people how many people have a visible review
 * @param marks sum and count by attribute, those that anybody marked
 * @param unjustRejections people who report some or all of their work rejected unjustly
 * @param termsBroken people who report broken terms
 */
public record Tally(
    int people, Map<Attribute, Marks> marks, int unjustRejections, int termsBroken) {
  public static final Tally EMPTY = new Tally(0, Map.of(), 0, 0);

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
    int most = marks.values().stream().mapToInt(Marks::count).max().orElse(0);
    if (unjustRejections < 0
        || termsBroken < 0
        || Math.max(most, Math.max(unjustRejections, termsBroken)) > people) {
      throw new IllegalArgumentException(
          people + " people cannot have given " + marks + " " + unjustRejections + termsBroken);
    }
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

  /** Empty where nobody reviewed. */
  public Optional<Rating> rating() {
    if (people == 0) {
      return Optional.empty();
    }
    List<Marks> overall = OVERALL.stream().map(this::of).filter(some -> some.count() > 0).toList();
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    marks.forEach((attribute, some) -> means.put(attribute, some.mean()));
    OptionalDouble mean = overall.stream().mapToDouble(Marks::mean).average();
    double lower = overall.stream().mapToDouble(Marks::lower).average().orElse(1);
    return Optional.of(new Rating(people, mean, lower, means, unjustRejections, termsBroken));
  }

  private Tally change(Voice voice, int by) {
    Map<Attribute, Marks> changed = new EnumMap<>(Attribute.class);
    changed.putAll(marks);
    voice
        .marks()
        .forEach(
            (attribute, mark) ->
                changed.put(
                    attribute, by > 0 ? of(attribute).plus(mark) : of(attribute).minus(mark)));
    return new Tally(
        people + by,
        changed,
        unjustRejections + (voice.unjustRejections() ? by : 0),
        termsBroken + (voice.termsBroken() ? by : 0));
  }
}
