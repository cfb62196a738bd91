package dev.hark.hub.commons;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.review.Attribute;
import dev.hark.review.Faded;
import dev.hark.review.ImportedRating;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of a requester, as sums, so that those of several ids can be put together.
 *
 * @param reviews how many that anybody sees
 * @param hidden how many that only moderators see
 * @param marks by attribute, sum and number
 * @param fading the same weighed as {@link Faded} says, relative to {@link #BASE}
 * @param termsBroken how many report broken terms
 * @param brokenTasks how many report broken tasks
 * @param rejected how many report rejected work
 * @param rejectionsSaid how many say anything of that
 * @param rewardMicros sum of rewards of those with a time, in millionths of a US dollar
 * @param seconds sum of their times
 * @param timed how many those are
 * @param buckets how many earned how much an hour, see {@link #BUCKETS}
 * @param newest when the newest was written, in milliseconds; null where nobody knows
 * @param given what the source itself added up; null where these are sums of single reviews
 */
public record ImportedFigures(
    int reviews,
    int hidden,
    Map<Attribute, Sum> marks,
    Map<Attribute, Sum> fading,
    int termsBroken,
    int brokenTasks,
    int rejected,
    int rejectionsSaid,
    long rewardMicros,
    long seconds,
    int timed,
    List<Integer> buckets,
    @Nullable Long newest,
    @Nullable ImportedAggregateJson given) {
  /** Dollars an hour at which the buckets after the first begin. */
  public static final List<Integer> BUCKETS = List.of(4, 7, 10, 15);

  /** What weighs 1 in fading sums: far enough from all reviews that a double holds the weights. */
  static final Instant BASE = Instant.parse("2016-01-01T00:00:00Z");

  static final ImportedFigures NONE =
      new ImportedFigures(
          0, 0, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0, 0, List.of(0, 0, 0, 0, 0), null, null);

  /** Of an attribute: the marks, and how many they are or weigh. */
  public record Sum(double sum, double weight) {
    Sum plus(Sum other) {
      return new Sum(sum + other.sum(), weight + other.weight());
    }
  }

  /** Figures that a source added up itself; a mean is taken for as many marks as reviews. */
  static ImportedFigures of(ImportedAggregateJson given) {
    Map<Attribute, Sum> marks = new EnumMap<>(Attribute.class);
    if (given.means() != null) {
      given
          .means()
          .forEach(
              (name, mean) -> {
                if (mean != null) {
                  int weight = Math.max(1, given.reviews());
                  marks.put(Attribute.valueOf(name), new Sum(mean * weight, weight));
                }
              });
    }
    List<Integer> rejected = given.rejected();
    return new ImportedFigures(
        given.reviews(),
        0,
        marks,
        Map.of(),
        count(given.termsBroken()),
        count(given.brokenTasks()),
        rejected == null ? 0 : rejected.getFirst(),
        rejected == null ? 0 : rejected.get(1),
        given.rewardMicros() == null ? 0 : given.rewardMicros(),
        given.seconds() == null ? 0 : given.seconds(),
        count(given.timed()),
        given.payBuckets() == null ? NONE.buckets() : given.payBuckets(),
        null,
        given);
  }

  private static int count(@Nullable Integer some) {
    return some == null ? 0 : some;
  }

  /** The same with so many hidden ones. */
  ImportedFigures withHidden(int count) {
    return new ImportedFigures(
        reviews,
        count,
        marks,
        fading,
        termsBroken,
        brokenTasks,
        rejected,
        rejectionsSaid,
        rewardMicros,
        seconds,
        timed,
        buckets,
        newest,
        given);
  }

  /** Of one source, about two ids of the same requester; or of two sources together. */
  ImportedFigures plus(ImportedFigures other) {
    return new ImportedFigures(
        reviews + other.reviews(),
        hidden + other.hidden(),
        plus(marks, other.marks()),
        plus(fading, other.fading()),
        termsBroken + other.termsBroken(),
        brokenTasks + other.brokenTasks(),
        rejected + other.rejected(),
        rejectionsSaid + other.rejectionsSaid(),
        rewardMicros + other.rewardMicros(),
        seconds + other.seconds(),
        timed + other.timed(),
        IntStream.range(0, buckets.size())
            .mapToObj(i -> buckets.get(i) + other.buckets().get(i))
            .toList(),
        later(newest, other.newest()),
        reviews >= other.reviews() && given != null ? given : other.given());
  }

  private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
  }

  private static Map<Attribute, Sum> plus(Map<Attribute, Sum> one, Map<Attribute, Sum> other) {
    Map<Attribute, Sum> all = new TreeMap<>(one);
    other.forEach((attribute, sum) -> all.merge(attribute, sum, Sum::plus));
    return all;
  }

  /** By attribute, those that anybody marked. */
  public Map<Attribute, Double> means() {
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    marks.forEach(
        (attribute, sum) -> means.put(attribute, Math.clamp(sum.sum() / sum.weight(), 1, 5)));
    return means;
  }

  /** The same with older marks weighing less; empty where the times are not known. */
  public Map<Attribute, Double> faded() {
    Map<Attribute, Faded.Sums> sums = new EnumMap<>(Attribute.class);
    fading.forEach(
        (attribute, sum) -> sums.put(attribute, new Faded.Sums(sum.weight(), sum.sum())));
    Faded faded = new Faded(BASE, sums);
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    sums.keySet()
        .forEach(attribute -> faded.mean(attribute).ifPresent(mean -> means.put(attribute, mean)));
    return means;
  }

  /** Pay per hour in millionths of a US dollar. */
  public OptionalLong hourlyMicros() {
    OptionalLong ratio = ImportedRating.hourly(rewardMicros, seconds);
    return ratio.isPresent() || given == null || given.wageMicros() == null
        ? ratio
        : OptionalLong.of(given.wageMicros());
  }

  @JsonIgnore
  boolean isEmpty() {
    return reviews == 0 && hidden == 0 && given == null;
  }

  String json() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Optional<ImportedFigures> read(@Nullable String json) {
    try {
      return json == null
          ? Optional.empty()
          : Optional.of(Json.MAPPER.readValue(json, ImportedFigures.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures in the database are no figures", e);
    }
  }
}
