package dev.hark.review;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Marks that fade: one that is a {@link #HALF_LIFE} older than another weighs half as much. Weights
 * are told relative to a base in time that moves along, so that nothing changes while nobody
 * reviews, no clock is asked, and a change costs the same however many marks there are.
 *
 * <p>With {@code w = 2^((given - base) / half-life)}: the weighted mean is {@code sum(w mark) /
 * sum(w)}, in which the base cancels out.
 *
 * <p>Source: G. Cormode, V. Shkapenyuk, D. Srivastava, B. Xu, Forward Decay: A Practical Time Decay
 * Model for Streaming Systems, ICDE 2009, 138-149.
 *
 * @param base what weighs 1
 * @param sums by attribute, those that anybody marked
 */
public record Faded(Instant base, Map<Attribute, Sums> sums) {
  /** After this time a mark weighs half of what it did. */
  public static final Duration HALF_LIFE = Duration.ofDays(180);

  /** The base moves once weights differ by so many halvings from it: far from any overflow. */
  private static final double MOST_HALVINGS = 8;

  public static final Faded NOTHING = new Faded(Instant.EPOCH, Map.of());

  /**
   * Of one attribute.
   *
   * @param weight sum of the weights
   * @param weighted sum of the weights, each times its mark
   */
  public record Sums(double weight, double weighted) {}

  public Faded {
    sums = Map.copyOf(sums);
  }

  /** With one voice more. */
  public Faded plus(Voice voice) {
    Faded moved = moved(voice);
    return moved.change(voice, 1);
  }

  /** With one voice less, that was added before. */
  public Faded minus(Voice voice) {
    return change(voice, -1);
  }

  /** Without what rounding leaves of attributes that nobody marks any more. */
  public Faded only(Map<Attribute, Marks> marked) {
    Map<Attribute, Sums> kept = new EnumMap<>(Attribute.class);
    sums.forEach(
        (attribute, some) -> {
          if (marked.getOrDefault(attribute, Marks.NONE).count() > 0) {
            kept.put(attribute, some);
          }
        });
    return new Faded(base, kept);
  }

  /** 1 to 5; empty where nobody marked it. */
  public OptionalDouble mean(Attribute attribute) {
    Sums some = sums.get(attribute);
    return some == null || !(some.weight() > 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.clamp(some.weighted() / some.weight(), 1, 5));
  }

  private Faded change(Voice voice, int sign) {
    Map<Attribute, Sums> changed = new EnumMap<>(Attribute.class);
    changed.putAll(sums);
    voice
        .marks()
        .forEach(
            (attribute, mark) -> {
              double weight = sign * Math.pow(2, halvings(mark.given()));
              Sums before = changed.getOrDefault(attribute, new Sums(0, 0));
              changed.put(
                  attribute,
                  new Sums(before.weight() + weight, before.weighted() + weight * mark.value()));
            });
    return new Faded(base, changed);
  }

  private Faded moved(Voice voice) {
    double halvings = halvings(voice.written());
    if (sums.isEmpty()) {
      return new Faded(voice.written(), sums);
    }
    if (halvings < MOST_HALVINGS) {
      return this;
    }
    double factor = Math.pow(2, -halvings);
    Map<Attribute, Sums> scaled = new EnumMap<>(Attribute.class);
    sums.forEach(
        (attribute, some) ->
            scaled.put(attribute, new Sums(some.weight() * factor, some.weighted() * factor)));
    return new Faded(voice.written(), scaled);
  }

  private double halvings(Instant given) {
    return (double) (given.toEpochMilli() - base.toEpochMilli()) / HALF_LIFE.toMillis();
  }
}
