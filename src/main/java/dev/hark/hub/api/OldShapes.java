package dev.hark.hub.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.hub.commons.ImportedFigures;
import dev.hark.hub.commons.Overlays.Figures;
import dev.hark.hub.commons.Overlays.Known;
import dev.hark.review.Attribute;
import dev.hark.wire.EarnedJson;
import dev.hark.wire.ImportedAggregateJson;
import dev.hark.wire.RatingJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Figures in the three shapes that old overlays read: Turkopticon's attributes, Turkopticon 2's
 * aggregates and TurkerView's wages. What nobody knows is the shape's own word for that: "0.00",
 * counts of none, or null. Each says whose figures they are in {@code source}, which old overlays
 * pass over: {@code hub} for the hub's own.
 */
final class OldShapes {
  private static final Map<Attribute, String> ATTRIBUTES =
      new EnumMap<>(
          Map.of(
              Attribute.COMMUNICATION, "comm",
              Attribute.PAY, "pay",
              Attribute.FAIRNESS, "fair",
              Attribute.SPEED, "fast"));
  private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
  private static final double LOW_WAGE = 7.25;
  private static final double HIGH_WAGE = 10;
  private static final double LOW_MARK = 2.5;
  private static final double HIGH_MARK = 3.5;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OldShapes() {}

  /** {@code {id: {name, attrs, reviews, tos_flags}}}, and an empty text for those without. */
  static ObjectNode attributes(List<String> asked, List<Known> known) {
    ObjectNode all = NODES.objectNode();
    asked.forEach(id -> all.put(id, ""));
    for (Known some : known) {
      ObjectNode one = all.putObject(some.id());
      one.put("name", some.name());
      ObjectNode attrs = one.putObject("attrs");
      Map<Attribute, Double> means = means(some.figures());
      ATTRIBUTES.forEach(
          (attribute, name) -> attrs.put(name, mark(means.getOrDefault(attribute, 0.0))));
      switch (some.figures()) {
        case Figures.Own own -> {
          one.put("reviews", own.rating().reviewers());
          one.put("tos_flags", own.rating().termsBroken());
        }
        case Figures.Elsewhere(var source, ImportedFigures all2, var recent) -> {
          one.put("reviews", all2.reviews() + all2.hidden());
          one.put("tos_flags", all2.termsBroken());
          ArrayNode buckets = one.putArray("pay_buckets");
          for (int i = 0; i <= ImportedFigures.BUCKETS.size(); i++) {
            buckets.addArray().add(bucket(i)).add(all2.buckets().get(i));
          }
        }
      }
      one.put("source", source(some));
    }
    return all;
  }

  private static String bucket(int i) {
    List<Integer> bounds = ImportedFigures.BUCKETS;
    return i == bounds.size()
        ? "$" + bounds.get(i - 1) + "+"
        : "$" + (i == 0 ? 0 : bounds.get(i - 1)) + "-$" + bounds.get(i);
  }

  /** {@code {data: [{type, id, attributes: {aggregates: {all, recent}}}], status}}. */
  static ObjectNode aggregates(List<Known> known) {
    ObjectNode answer = NODES.objectNode();
    ArrayNode data = answer.putArray("data");
    for (Known some : known) {
      ObjectNode one = data.addObject();
      one.put("type", "requesters").put("id", some.id());
      ObjectNode attributes = one.putObject("attributes");
      attributes.put("name", some.name()).put("rid", some.id());
      ArrayNode aliases = attributes.putArray("aliases");
      some.oldIds().stream().filter(id -> !id.equals(some.id())).forEach(aliases::add);
      ObjectNode aggregates = attributes.putObject("aggregates");
      switch (some.figures()) {
        case Figures.Own own -> {
          own(aggregates.putObject("all"), own.rating(), own.earned());
          own(
              aggregates.putObject("recent"),
              own.rating().recent(),
              own.earned().map(EarnedJson::recent));
        }
        case Figures.Elsewhere elsewhere -> {
          imported(aggregates.putObject("all"), elsewhere.all());
          imported(aggregates.putObject("recent"), elsewhere.recent());
        }
      }
      attributes.put("source", source(some));
    }
    return answer.put("status", 200);
  }

  private static void own(
      ObjectNode into, @Nullable RatingJson rating, Optional<EarnedJson> earned) {
    int people = rating == null ? 0 : rating.reviewers();
    ArrayNode reward = into.putArray("reward");
    earned.ifPresentOrElse(
        sum ->
            reward
                .add(BigDecimal.valueOf(sum.paid().minor(), 2))
                .add(Math.round(sum.seconds()))
                .add(sum.approved() + sum.rejected() + sum.returned()),
        () -> reward.add(0).add(0).add(0));
    into.putNull("pending");
    counts(into, "comm", 0, 0, people);
    counts(into, "recommend", 0, 0, people);
    counts(into, "rejected", rating == null ? 0 : rating.unjustRejections(), people, people);
    counts(into, "tos", rating == null ? 0 : rating.termsBroken(), people);
    Integer broken = rating == null ? null : rating.brokenTasks();
    counts(into, "broken", broken == null ? 0 : broken, people);
  }

  private static void imported(ObjectNode into, ImportedFigures figures) {
    ImportedAggregateJson given = figures.given();
    into.putArray("reward")
        .add(BigDecimal.valueOf(figures.rewardMicros()).divide(MICROS).stripTrailingZeros())
        .add(figures.seconds())
        .add(figures.timed());
    if (given == null || given.pendingSeconds() == null) {
      into.putNull("pending");
    } else {
      into.put("pending", given.pendingSeconds());
    }
    int reviews = figures.reviews();
    counts(into, "comm", given == null ? null : given.communication(), reviews);
    counts(into, "recommend", given == null ? null : given.recommend(), reviews);
    counts(into, "rejected", figures.rejected(), figures.rejectionsSaid(), reviews);
    counts(into, "tos", figures.termsBroken(), reviews);
    counts(into, "broken", figures.brokenTasks(), reviews);
  }

  private static void counts(ObjectNode into, String name, int... counts) {
    ArrayNode array = into.putArray(name);
    for (int count : counts) {
      array.add(count);
    }
  }

  private static void counts(
      ObjectNode into, String name, @Nullable List<Integer> given, int reviews) {
    if (given == null) {
      counts(into, name, 0, 0, reviews);
    } else {
      counts(into, name, given.get(0), given.get(1), given.get(2));
    }
  }

  /** {@code {requesters: {id: {wages, ratings, …}}}}. */
  static ObjectNode wages(List<Known> known) {
    ObjectNode answer = NODES.objectNode();
    ObjectNode all = answer.putObject("requesters");
    for (Known some : known) {
      ObjectNode one = all.putObject(some.id());
      one.put("requester_name", some.name()).put("requester_id", some.id());
      Integer rejections = null;
      Integer blocks = null;
      Map<String, String> texts = Map.of();
      switch (some.figures()) {
        case Figures.Own own -> {
          one.put("reviews", own.rating().reviewers());
          rejections = own.rating().unjustRejections();
        }
        case Figures.Elsewhere(var source, ImportedFigures figures, var recent) -> {
          one.put("reviews", figures.reviews());
          ImportedAggregateJson given = figures.given();
          if (given != null) {
            rejections = given.rejections() == null ? figures.rejected() : given.rejections();
            blocks = given.blocks();
            texts = given.texts() == null ? texts : given.texts();
          } else {
            rejections = figures.rejected();
          }
        }
      }
      one.put("user_reviews", 0);
      ObjectNode wages = one.putObject("wages");
      wage(wages.putObject("average"), hourly(some.figures()));
      wage(wages.putObject("user_average"), Optional.empty());
      ObjectNode ratings = one.putObject("ratings");
      Map<Attribute, Double> means = means(some.figures());
      rating(ratings, "pay", means.get(Attribute.PAY), texts);
      rating(ratings, "comm", means.get(Attribute.COMMUNICATION), texts);
      rating(ratings, "fast", means.get(Attribute.SPEED), texts);
      one.put("rejections", rejections).put("blocks", blocks);
      one.put("source", source(some));
    }
    return answer;
  }

  private static void wage(ObjectNode into, Optional<BigDecimal> hourly) {
    into.put("wage", hourly.map(BigDecimal::toPlainString).orElse(null));
    into.put(
        "class", hourly.map(wage -> grade(wage.doubleValue(), LOW_WAGE, HIGH_WAGE)).orElse(null));
  }

  private static void rating(
      ObjectNode into, String name, @Nullable Double mean, Map<String, String> texts) {
    String text = texts.get(name);
    ObjectNode rating = into.putObject(name);
    rating.put("text", text != null ? text : mean == null ? null : mark(mean) + " / 5");
    rating.put("class", mean == null ? null : grade(mean, LOW_MARK, HIGH_MARK));
  }

  private static String grade(double value, double low, double high) {
    return value < low ? "low" : value < high ? "mid" : "high";
  }

  private static Optional<BigDecimal> hourly(Figures figures) {
    return switch (figures) {
      case Figures.Own own -> own.earned().map(sum -> BigDecimal.valueOf(sum.average(), 2));
      case Figures.Elsewhere elsewhere ->
          elsewhere.all().hourlyMicros().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  BigDecimal.valueOf(elsewhere.all().hourlyMicros().getAsLong())
                      .divide(MICROS, 2, RoundingMode.HALF_UP));
    };
  }

  private static Map<Attribute, Double> means(Figures figures) {
    return switch (figures) {
      case Figures.Own own -> {
        Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
        own.rating().means().forEach((name, mean) -> means.put(Attribute.valueOf(name), mean));
        yield means;
      }
      case Figures.Elsewhere elsewhere -> elsewhere.all().means();
    };
  }

  private static String source(Known some) {
    return switch (some.figures()) {
      case Figures.Own own -> "hub";
      case Figures.Elsewhere elsewhere -> elsewhere.source();
    };
  }

  private static String mark(double mean) {
    return String.format(Locale.ROOT, "%.2f", mean);
  }
}
