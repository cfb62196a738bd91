package dev.hark.market.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.market.Marketplace.OfferPage;
import dev.hark.market.Offer;
import dev.hark.wire.ExpectedTimesJson;
import dev.hark.wire.HourlyJson;
import dev.hark.wire.ImportedRatingJson;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.RatingJson;
import dev.hark.wire.RequesterJson;
import dev.hark.wire.RequirementJson;
import dev.hark.wire.TaskGroupJson;
import dev.hark.wire.UnmetJson;
import dev.hark.wire.WorkTimesJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page of task groups in one pass over its bytes, without a tree in between: thousands of
 * groups are read each time that a worker looks for work. A group that is written in another way
 * than hubs write it is read a second time by the general reader, which decides whether it makes
 * sense. For one page and one thread.
 */
final class TaskGroupParser {
  private static final JsonFactory JSON =
      Json.MAPPER
          .getFactory()
          .copy()
          .configure(StreamReadFeature.USE_FAST_DOUBLE_PARSER.mappedFeature(), true)
          .setCodec(Json.MAPPER);
  private static final TypeReference<List<UnmetJson>> UNMET = new TypeReference<>() {};
  private static final TypeReference<List<RequirementJson>> REQUIRED = new TypeReference<>() {};
  private static final TypeReference<ImportedRatingJson> IMPORTED = new TypeReference<>() {};

  private final Recurring recurring;
  private final Recurring.Pieces pieces;
  private final byte[] page;
  private final JsonParser parser;
  private final List<Offer> kept = new ArrayList<>();
  private int leftOut;
  private @Nullable String next;

  private TaskGroupParser(byte[] page, int begin, int end, Recurring recurring) throws IOException {
    this.recurring = recurring;
    this.pieces = recurring.pieces();
    this.page = page;
    this.parser = JSON.createParser(page, begin, end - begin);
  }

  /**
   * The offers of a page, without those that make no sense.
   *
   * @param recurring what other pages said too
   * @throws IOException where this is no page
   */
  static OfferPage page(byte[] json, Recurring recurring) throws IOException {
    TaskGroupParser reading = new TaskGroupParser(json, 0, json.length, recurring);
    try (JsonParser parser = reading.parser) {
      reading.page();
      if (parser.nextToken() != null) {
        throw new IOException("more than one page");
      }
    }
    boolean more = reading.next != null && !reading.next.isEmpty();
    return new OfferPage(
        reading.kept, more ? Optional.ofNullable(reading.next) : Optional.empty(), reading.leftOut);
  }

  private void page() throws IOException {
    boolean items = false;
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      items();
      return;
    }
    if (first != JsonToken.START_OBJECT) {
      throw new IOException("no page");
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        items = true;
        items();
      } else if (name.equals("next") && value == JsonToken.VALUE_STRING) {
        next = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    if (!items || parser.currentToken() != JsonToken.END_OBJECT) {
      throw new IOException("a page without items");
    }
  }

  private void items() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        leftOut++;
        parser.skipChildren();
        continue;
      }
      int begin = (int) parser.currentTokenLocation().getByteOffset();
      int depth = parser.getParsingContext().getNestingDepth();
      try {
        kept.add(OfferReader.offer(group(), recurring));
      } catch (Unusual _) {
        toEnd(depth);
        again(begin, (int) parser.currentLocation().getByteOffset());
      } catch (Nonsense | IllegalArgumentException _) {
        leftOut++;
      }
    }
  }

  /** Passes over the rest of a group. */
  private void toEnd(int depth) throws IOException {
    while (parser.currentToken() != JsonToken.END_OBJECT
        || parser.getParsingContext().getNestingDepth() >= depth) {
      if (parser.nextToken() == null) {
        throw new IOException("a group without an end");
      }
    }
  }

  private void again(int begin, int end) throws IOException {
    if (begin < 0) {
      throw new IOException("not in UTF-8");
    }
    try {
      JsonNode tree = Json.MAPPER.readTree(page, begin, end - begin);
      kept.add(OfferReader.offer(Json.MAPPER.treeToValue(tree, TaskGroupJson.class), recurring));
    } catch (IOException | Nonsense | IllegalArgumentException _) {
      leftOut++;
    }
  }

  /** What JSON leaves out is null, whatever the record promises: the reader of offers looks. */
  @SuppressWarnings("NullAway")
  private TaskGroupJson group() throws IOException, Unusual {
    String id = null;
    RequesterJson requester = null;
    String title = null;
    String kind = null;
    String language = null;
    MoneyJson reward = null;
    long allowedSeconds = 0;
    int available = 0;
    List<String> needs = null;
    Double audioSeconds = null;
    List<String> keywords = null;
    WorkTimesJson times = null;
    List<RequirementJson> qualifications = null;
    Boolean qualified = null;
    List<UnmetJson> unmet = null;
    MoneyJson bonus = null;
    ExpectedTimesJson expected = null;
    HourlyJson hourly = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "id" -> id = text();
        case "requester" -> requester = isNull() ? null : known(pieces.requesters(), REQUESTER);
        case "title" -> title = text();
        case "kind" -> kind = text();
        case "language" -> language = text();
        case "reward" -> reward = isNull() ? null : money();
        case "allowedSeconds" -> allowedSeconds = whole();
        case "available" -> available = count();
        case "needs" -> needs = isNull() ? null : known(pieces.texts(), TEXTS);
        case "audioSeconds" -> audioSeconds = isNull() ? null : (Double) number();
        case "keywords" -> keywords = isNull() ? null : known(pieces.texts(), TEXTS);
        case "times" -> times = isNull() ? null : times();
        case "qualifications" -> qualifications = value(REQUIRED);
        case "qualified" -> qualified = isNull() ? null : (Boolean) yesOrNo();
        case "unmet" -> unmet = value(UNMET);
        case "bonus" -> bonus = isNull() ? null : money();
        case "expected" -> expected = isNull() ? null : expected();
        case "hourly" -> hourly = isNull() ? null : hourly();
        default -> parser.skipChildren();
      }
    }
    return new TaskGroupJson(
        id,
        requester,
        title,
        kind,
        language,
        reward,
        allowedSeconds,
        available,
        needs,
        audioSeconds,
        keywords,
        times,
        qualifications,
        qualified,
        unmet,
        bonus,
        expected,
        hourly);
  }

  /** Reads the value that a parser stands on. */
  private interface Reading<T> {
    T by(TaskGroupParser parser) throws IOException, Unusual;
  }

  private static final Reading<RequesterJson> REQUESTER = TaskGroupParser::requester;
  private static final Reading<List<String>> TEXTS = TaskGroupParser::texts;

  /** The object or list that the parser stands on, which groups before may have had too. */
  private <T> T known(Repeats<T> before, Reading<T> reading) throws IOException, Unusual {
    if (!parser.currentToken().isStructStart()) {
      throw new Unusual();
    }
    int begin = (int) parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    int end = (int) parser.currentLocation().getByteOffset();
    if (begin < 0) {
      throw new IOException("not in UTF-8");
    }
    T known = before.get(page, begin, end);
    if (known == null) {
      TaskGroupParser piece = new TaskGroupParser(page, begin, end, recurring);
      try (JsonParser _ = piece.parser) {
        piece.parser.nextToken();
        known = reading.by(piece);
      }
      before.keep(page, begin, end, known);
    }
    return known;
  }

  @SuppressWarnings("NullAway") // see group
  private RequesterJson requester() throws IOException, Unusual {
    requireObject();
    String id = null;
    String label = null;
    RatingJson rating = null;
    int decided = 0;
    int approved = 0;
    Long secondsToPay = null;
    ImportedRatingJson imported = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "id" -> id = text();
        case "name" -> label = text();
        case "rating" -> rating = isNull() ? null : rating();
        case "decided" -> decided = count();
        case "approved" -> approved = count();
        case "secondsToPay" -> secondsToPay = isNull() ? null : (Long) whole();
        case "imported" -> imported = value(IMPORTED);
        default -> parser.skipChildren();
      }
    }
    return new RequesterJson(
        id, label, rating, decided, approved, null, secondsToPay, imported, null);
  }

  @SuppressWarnings("NullAway") // see group
  private RatingJson rating() throws IOException, Unusual {
    requireObject();
    int reviewers = 0;
    Double overall = null;
    double lower = 0;
    Map<String, Double> means = null;
    int unjustRejections = 0;
    int termsBroken = 0;
    Integer brokenTasks = null;
    Integer unpaidScreening = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "reviewers" -> reviewers = count();
        case "overall" -> overall = isNull() ? null : (Double) number();
        case "lower" -> lower = number();
        case "means" -> means = isNull() ? null : means();
        case "unjustRejections" -> unjustRejections = count();
        case "termsBroken" -> termsBroken = count();
        case "brokenTasks" -> brokenTasks = isNull() ? null : (Integer) count();
        case "unpaidScreening" -> unpaidScreening = isNull() ? null : (Integer) count();
        default -> parser.skipChildren();
      }
    }
    return new RatingJson(
        reviewers,
        overall,
        lower,
        means,
        unjustRejections,
        termsBroken,
        brokenTasks,
        unpaidScreening);
  }

  private Map<String, Double> means() throws IOException, Unusual {
    requireObject();
    Map<String, Double> means = HashMap.newHashMap(8);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      means.put(name, number());
    }
    return means;
  }

  @SuppressWarnings("NullAway") // see group
  private MoneyJson money() throws IOException, Unusual {
    requireObject();
    long minor = 0;
    String currency = null;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "minor" -> minor = whole();
        case "currency" -> currency = text();
        default -> parser.skipChildren();
      }
    }
    return new MoneyJson(minor, currency);
  }

  private WorkTimesJson times() throws IOException, Unusual {
    requireObject();
    double lower = 0;
    double upper = 0;
    int workers = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "lowerSeconds" -> lower = number();
        case "upperSeconds" -> upper = number();
        case "workers" -> workers = count();
        default -> parser.skipChildren();
      }
    }
    return new WorkTimesJson(lower, upper, workers);
  }

  private ExpectedTimesJson expected() throws IOException, Unusual {
    requireObject();
    double lower = 0;
    double upper = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "lowerSeconds" -> lower = number();
        case "upperSeconds" -> upper = number();
        default -> parser.skipChildren();
      }
    }
    return new ExpectedTimesJson(lower, upper);
  }

  private HourlyJson hourly() throws IOException, Unusual {
    requireObject();
    long average = 0;
    Long low = null;
    Long high = null;
    int workers = 0;
    int tasks = 0;
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      switch (name) {
        case "average" -> average = whole();
        case "low" -> low = isNull() ? null : (Long) whole();
        case "high" -> high = isNull() ? null : (Long) whole();
        case "workers" -> workers = count();
        case "tasks" -> tasks = count();
        default -> parser.skipChildren();
      }
    }
    return new HourlyJson(average, low, high, workers, tasks);
  }

  private List<String> texts() throws IOException, Unusual {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Unusual();
    }
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        throw new Unusual();
      }
      texts.add(parser.getText());
    }
    return List.copyOf(texts);
  }

  private <T> @Nullable T value(TypeReference<T> type) throws IOException, Unusual {
    if (isNull()) {
      return null;
    }
    try {
      return Json.MAPPER.readerFor(type).readValue(parser.<JsonNode>readValueAsTree());
    } catch (JsonMappingException _) {
      throw new Unusual();
    }
  }

  private boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  private @Nullable String text() throws IOException, Unusual {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (isNull()) {
      return null;
    }
    throw new Unusual();
  }

  private long whole() throws IOException, Unusual {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
      throw new Unusual();
    }
    return parser.getLongValue();
  }

  private int count() throws IOException, Unusual {
    long whole = whole();
    if (whole != (int) whole) {
      throw new Unusual();
    }
    return (int) whole;
  }

  private double number() throws IOException, Unusual {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      throw new Unusual();
    }
    return parser.getDoubleValue();
  }

  private boolean yesOrNo() throws Unusual {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw new Unusual();
    };
  }

  private void requireObject() throws Unusual {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Unusual();
    }
  }

  /** Written in another way than hubs write it. */
  private static final class Unusual extends Exception {
    private static final long serialVersionUID = 1L;

    Unusual() {
      super(null, null, false, false);
    }
  }
}
