package dev.hark.market.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Sentence;
import dev.hark.wire.ImportedAggregateJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sites added up themselves, in their own shapes of JSON. Zeros are no marks. */
final class SiteFigures {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,12})?");
  private static final BigDecimal MOST_COUNT = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000_000_000);
  private static final BigDecimal MOST_WAGE = BigDecimal.valueOf(10_000);
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int MICROS = 6;

  private SiteFigures() {}

  static boolean fits(JsonNode node) {
    return node.path("attrs").isObject()
        || node.at("/attributes/aggregates").isObject()
        || node.path("wages").isObject()
        || node.path("ratings").isObject();
  }

  static String site(JsonNode node) {
    return node.has("wages") || node.has("ratings")
        ? ReviewFile.TURKERVIEW
        : ReviewFile.TURKOPTICON;
  }

  static Row row(long line, JsonNode node, String requester) {
    try {
      return new Row.Aggregate(
          line,
          node.path("attrs").isObject()
              ? attributes(node, requester)
              : node.at("/attributes/aggregates").isObject()
                  ? aggregates(node)
                  : wages(node, requester));
    } catch (BrokenValue e) {
      return e.at(line);
    }
  }

  private static ImportedAggregateJson attributes(JsonNode node, String requester)
      throws BrokenValue {
    JsonNode attrs = node.path("attrs");
    Map<String, Double> means = new TreeMap<>();
    mean(means, "PAY", attrs, "pay");
    mean(means, "FAIRNESS", attrs, "fair");
    mean(means, "SPEED", attrs, "fast");
    mean(means, "COMMUNICATION", attrs, "comm");
    return new ImportedAggregateJson(
        id(requester.isEmpty() ? node.path("id").asText() : requester),
        text(node, "name"),
        count(node, "reviews"),
        means,
        node.has("tos_flags") ? count(node, "tos_flags") : null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        buckets(node),
        null,
        null,
        null);
  }

  private static void mean(Map<String, Double> means, String into, JsonNode node, String name)
      throws BrokenValue {
    BigDecimal mean = number(node, name, BigDecimal.valueOf(5));
    if (mean.signum() > 0) {
      if (mean.compareTo(BigDecimal.ONE) < 0) {
        throw new BrokenValue(name, Sentence.of("imported.bad-mean", node.path(name).asText()));
      }
      means.put(into, mean.doubleValue());
    }
  }

  private static @Nullable List<Integer> buckets(JsonNode node) throws BrokenValue {
    JsonNode given = node.path("pay_buckets");
    if (!given.isArray() || given.size() != 5) {
      return null;
    }
    List<Integer> buckets = new ArrayList<>();
    for (JsonNode bucket : given) {
      buckets.add(whole("pay_buckets", bucket.path(1).asText()));
    }
    return buckets;
  }

  private static ImportedAggregateJson aggregates(JsonNode node) throws BrokenValue {
    JsonNode attributes = node.path("attributes");
    JsonNode all = attributes.at("/aggregates/all");
    JsonNode reward = all.path("reward");
    List<Integer> tos = counts(all, "tos", 2);
    List<Integer> broken = counts(all, "broken", 2);
    List<Integer> communication = counts(all, "comm", 3);
    boolean timed = reward.isArray() && reward.size() == 3;
    return new ImportedAggregateJson(
        id(attributes.path("rid").asText()),
        text(attributes, "name"),
        Math.max(tos == null ? 0 : tos.get(1), communication == null ? 0 : communication.get(2)),
        null,
        tos == null ? null : tos.getFirst(),
        broken == null ? null : broken.getFirst(),
        timed ? micros("reward", number("reward", reward.get(0).asText(), MOST_DOLLARS)) : null,
        timed
            ? Long.valueOf(
                number("reward", reward.get(1).asText(), MOST_SECONDS)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact())
            : null,
        timed ? whole("reward", reward.get(2).asText()) : null,
        null,
        all.hasNonNull("pending")
            ? Double.valueOf(number(all, "pending", MOST_SECONDS).doubleValue())
            : null,
        communication,
        counts(all, "recommend", 3),
        counts(all, "rejected", 3),
        null,
        null,
        null,
        null);
  }

  private static ImportedAggregateJson wages(JsonNode node, String requester) throws BrokenValue {
    Map<String, String> texts = new TreeMap<>();
    for (String name : List.of("pay", "comm", "fast")) {
      JsonNode rating = node.path("ratings").path(name);
      String text = rating.hasNonNull("text") ? text(rating, "text") : null;
      if (text != null && !text.isBlank()) {
        texts.put(name, text);
      }
    }
    JsonNode average = node.at("/wages/average");
    BigDecimal wage =
        average.hasNonNull("wage") ? number(average, "wage", MOST_WAGE) : BigDecimal.ZERO;
    return new ImportedAggregateJson(
        id(requester.isEmpty() ? node.path("requester_id").asText() : requester),
        text(node, "requester_name"),
        count(node, "reviews"),
        null,
        null,
        null,
        null,
        null,
        null,
        wage.signum() > 0 ? micros("wage", wage) : null,
        null,
        null,
        null,
        null,
        null,
        texts.isEmpty() ? null : texts,
        node.hasNonNull("rejections") ? count(node, "rejections") : null,
        node.hasNonNull("blocks") ? count(node, "blocks") : null);
  }

  private static String id(String id) throws BrokenValue {
    if (!Cells.isRequester(id)) {
      throw new BrokenValue(
          "id", Sentence.of("imported.bad-id", id.substring(0, Math.min(30, id.length()))));
    }
    return id;
  }

  private static @Nullable String text(JsonNode node, String name) throws BrokenValue {
    if (!node.hasNonNull(name)) {
      return null;
    }
    String text = node.path(name).asText();
    new Cells(Instant.EPOCH).put(Column.NAME, name, text);
    return text;
  }

  private static @Nullable List<Integer> counts(JsonNode node, String name, int size)
      throws BrokenValue {
    JsonNode given = node.path(name);
    if (!given.isArray()) {
      return null;
    }
    if (given.size() != size) {
      throw new BrokenValue(name, Sentence.of("imported.bad-counts", size));
    }
    List<Integer> counts = new ArrayList<>();
    for (JsonNode count : given) {
      counts.add(whole(name, count.asText()));
    }
    return counts;
  }

  private static int count(JsonNode node, String name) throws BrokenValue {
    JsonNode value = node.path(name);
    return value.isBoolean()
        ? value.booleanValue() ? 1 : 0
        : node.hasNonNull(name) ? whole(name, value.asText()) : 0;
  }

  private static int whole(String name, String text) throws BrokenValue {
    try {
      return number(name, text, MOST_COUNT).intValueExact();
    } catch (ArithmeticException e) {
      throw new BrokenValue(name, Sentence.of("imported.bad-count", text));
    }
  }

  /** 0 where there is none. */
  private static BigDecimal number(JsonNode node, String name, BigDecimal most) throws BrokenValue {
    return node.hasNonNull(name) ? number(name, node.path(name).asText(), most) : BigDecimal.ZERO;
  }

  private static BigDecimal number(String name, String text, BigDecimal most) throws BrokenValue {
    String plain = text.strip();
    if (plain.isEmpty()) {
      return BigDecimal.ZERO;
    }
    if (!NUMBER.matcher(plain).matches() || new BigDecimal(plain).compareTo(most) > 0) {
      throw new BrokenValue(
          name,
          Sentence.of("imported.bad-number", plain.substring(0, Math.min(50, plain.length()))));
    }
    return new BigDecimal(plain);
  }

  private static Long micros(String name, BigDecimal dollars) throws BrokenValue {
    try {
      return dollars.setScale(MICROS, RoundingMode.HALF_UP).movePointRight(MICROS).longValueExact();
    } catch (ArithmeticException e) {
      throw new BrokenValue(name, Sentence.of("imported.bad-dollars", dollars.toPlainString()));
    }
  }
}
