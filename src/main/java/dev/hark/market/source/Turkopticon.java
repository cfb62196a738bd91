package dev.hark.market.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.review.Attribute;
import dev.hark.review.Rating;
import dev.hark.review.Report;
import dev.hark.review.Standing;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The shape of Turkopticon's first interface: {@code GET multi-attrs.php?ids=A1,B2} answers for
 * each id its attributes as texts, where "0.00" means that nobody marked it, or an empty text where
 * nobody reviewed. It counts broken terms, and no unjust rejections: those stay unknown. Its
 * overall mean left out pay; here the overall rating is made as everywhere in Hark.
 */
public final class Turkopticon implements ReviewSource {
  private static final Map<String, Attribute> NAMES =
      Map.of(
          "pay", Attribute.PAY,
          "fair", Attribute.FAIRNESS,
          "fast", Attribute.SPEED,
          "comm", Attribute.COMMUNICATION);

  private final SourceCalls calls;
  private final Clock clock;

  /** Opens no connection yet. */
  public Turkopticon(String address, Duration patience, Clock clock) {
    this.calls = new SourceCalls(address, patience);
    this.clock = clock;
  }

  @Override
  public int most() {
    return 100;
  }

  @Override
  public Map<String, Standing> ask(List<String> requesterIds) throws NoAnswer {
    List<String> ids = SourceCalls.listable(requesterIds);
    if (ids.isEmpty()) {
      return Map.of();
    }
    JsonNode json = calls.get(calls.address("multi-attrs.php"), "ids", ids);
    if (ids.stream().noneMatch(id -> isEntry(json.path(id)))) {
      throw NoAnswer.stranger("none of the ids that were asked for", null);
    }
    Map<String, Standing> answers = new HashMap<>();
    ids.forEach(id -> answers.put(id, standing(json.path(id))));
    return answers;
  }

  private static boolean isEntry(JsonNode json) {
    return json.isObject() || (json.isTextual() && json.textValue().isEmpty());
  }

  private Standing standing(JsonNode json) {
    if (json.isTextual() && json.textValue().isEmpty()) {
      return new Standing.NoReviews();
    }
    OptionalInt reviewers = Figures.people(json.path("reviews"));
    if (!json.isObject() || reviewers.isEmpty()) {
      return odd();
    }
    if (reviewers.getAsInt() == 0) {
      return new Standing.NoReviews();
    }
    Map<Attribute, Double> means = new EnumMap<>(Attribute.class);
    for (Map.Entry<String, Attribute> name : NAMES.entrySet()) {
      JsonNode value = json.path("attrs").path(name.getKey());
      OptionalDouble mark = Figures.number(value);
      if (mark.isEmpty() ? Figures.isThere(value) : !isMark(mark.getAsDouble())) {
        return odd();
      }
      if (mark.orElse(0) > 0) {
        means.put(name.getValue(), mark.getAsDouble());
      }
    }
    return new Standing.Rated(
        Rating.ofMeans(reviewers.getAsInt(), means, reports(json, reviewers)));
  }

  /** Flags are counted by review, and so are people here: never more than there are. */
  private static Map<Report, Integer> reports(JsonNode json, OptionalInt reviewers) {
    OptionalInt flags = Figures.people(json.path("tos_flags"));
    return flags.isEmpty()
        ? Map.of()
        : Map.of(Report.TERMS_BROKEN, Math.min(flags.getAsInt(), reviewers.getAsInt()));
  }

  private static boolean isMark(double mark) {
    return mark == 0 || (mark >= 1 && mark <= 5);
  }

  private Standing odd() {
    return new Standing.SourceDown(clock.instant());
  }

  @Override
  public void close() {
    calls.close();
  }
}
