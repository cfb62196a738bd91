package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.market.Marketplace.OfferPage;
import dev.hark.market.Offer;
import dev.hark.pay.HourlyPay;
import dev.hark.task.Money;
import dev.hark.wire.Json;
import dev.hark.wire.TaskGroupJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The reader of pages against the general reader: what one makes of a group, the other does too.
 */
class TaskGroupParserTest {
  /** Every member that a group can have. */
  private static final String FULL =
      """
      {"id": "g1", "title": "Transcribe 8 seconds of speech", "kind": "TRANSCRIBE", "language": "en-GB",
       "requester": {"id": "r1", "name": "Radio Archive", "decided": 10, "approved": 9,
         "secondsToPay": 3600, "rating": {"reviewers": 3, "overall": 4.5, "lower": 2.75,
         "means": {"PAY": 4.0, "FAIRNESS": 5, "NEWER": 1.0}, "unjustRejections": 1,
         "termsBroken": 2}},
       "reward": {"minor": 18, "currency": "EUR"}, "allowedSeconds": 360, "available": 7,
       "needs": ["HEARING", "SIGHT"], "audioSeconds": 8.25, "keywords": ["speech", "radio"],
       "times": {"lowerSeconds": 20.5, "upperSeconds": 41, "workers": 5},
       "qualifications": [{"qualification": "q1", "comparator": "AT_LEAST", "values": [1],
         "places": [], "guards": "ACCEPT"}],
       "qualified": false,
       "unmet": [{"qualification": "q1", "name": "Listening", "comparator": "AT_LEAST",
         "values": [80], "places": [], "has": 3, "remedy": "TEST", "count": 5}],
       "bonus": {"minor": 5, "currency": "EUR"},
       "expected": {"lowerSeconds": 25.5, "upperSeconds": 61},
       "hourly": {"average": 1240, "low": 1100, "high": 1580, "workers": 12, "tasks": 40}}
      """;

  private static Optional<Offer> general(JsonNode json) {
    try {
      return json.isObject()
          ? Optional.of(OfferReader.offer(Json.MAPPER.treeToValue(json, TaskGroupJson.class)))
          : Optional.empty();
    } catch (IOException | Nonsense | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static void requireSame(JsonNode... groups) throws IOException {
    ArrayNode items = Json.MAPPER.createArrayNode();
    List<Offer> expected = new ArrayList<>();
    for (JsonNode group : groups) {
      items.add(group);
      general(group).ifPresent(expected::add);
    }
    ObjectNode page = Json.MAPPER.createObjectNode();
    page.set("items", items);
    page.put("next", "n");
    OfferPage read = new OfferPages().read(Json.MAPPER.writeValueAsBytes(page));
    assertEquals(timeless(expected), timeless(read.offers()));
    assertEquals(groups.length - expected.size(), read.leftOut());
    assertEquals(Optional.of("n"), read.next());
  }

  /** A rating that makes no sense is missing since now. */
  private static String timeless(List<Offer> offers) {
    return offers
        .toString()
        .replaceAll("since=[^]]*", "since=now")
        .replace("], Offer[", "],\nOffer[");
  }

  @Test
  @Requirement("LST-5")
  void aGroupIsReadAsTheGeneralReaderReadsIt() throws IOException {
    JsonNode full = Json.MAPPER.readTree(FULL);
    assertTrue(general(full).isPresent());
    for (var component : TaskGroupJson.class.getRecordComponents()) {
      assertTrue(full.has(component.getName()), component::getName);
    }
    requireSame(full, full);
  }

  @Test
  @Requirement("LST-5")
  void everyMemberMayBeMissingOrNullOrOfAnotherKind() throws IOException {
    List<JsonNode> strange =
        List.of(
            Json.MAPPER.nullNode(),
            Json.MAPPER.readTree("\"7\""),
            Json.MAPPER.readTree("\"words\""),
            Json.MAPPER.readTree("7"),
            Json.MAPPER.readTree("7.5"),
            Json.MAPPER.readTree("-1"),
            Json.MAPPER.readTree("123456789012345678901234567890"),
            Json.MAPPER.readTree("true"),
            Json.MAPPER.readTree("[]"),
            Json.MAPPER.readTree("[1, null, {\"a\": [{}]}]"),
            Json.MAPPER.readTree("{}"),
            Json.MAPPER.readTree("{\"minor\": {\"minor\": []}, \"x\": {}}"));
    ObjectNode full = (ObjectNode) Json.MAPPER.readTree(FULL);
    for (String path : List.of("", "requester", "requester/rating", "reward", "times", "hourly")) {
      ObjectNode at = path.isEmpty() ? full : (ObjectNode) full.at("/" + path);
      List<String> names = new ArrayList<>();
      at.fieldNames().forEachRemaining(names::add);
      names.add("unheard-of");
      for (String name : names) {
        List<JsonNode> groups = new ArrayList<>();
        for (JsonNode value : strange) {
          ObjectNode changed = full.deepCopy();
          ((ObjectNode) (path.isEmpty() ? changed : changed.at("/" + path))).set(name, value);
          groups.add(changed);
        }
        ObjectNode without = full.deepCopy();
        ((ObjectNode) (path.isEmpty() ? without : without.at("/" + path))).remove(name);
        groups.add(without);
        groups.add(full);
        requireSame(groups.toArray(JsonNode[]::new));
      }
    }
    requireSame(strange.toArray(JsonNode[]::new));
  }

  @Test
  @Requirement({"PAY-1", "PAY-23"})
  void whatWasEarnedComesBeforeWhatTimesWouldMake() throws IOException {
    ObjectNode full = (ObjectNode) Json.MAPPER.readTree(FULL);
    Offer earned = general(full).orElseThrow();
    assertEquals(
        Optional.of(new HourlyPay(Money.of(1100, "EUR"), Money.of(1580, "EUR"), 12)),
        earned.hourly());
    assertEquals(Money.of(1240, "EUR"), earned.earned().orElseThrow().average());

    ((ObjectNode) full.get("hourly")).remove("low");
    Offer timed = general(full).orElseThrow();
    assertEquals(5, timed.hourly().orElseThrow().workers());
    assertEquals(Optional.empty(), timed.earned().orElseThrow().range());

    ((ObjectNode) full.get("hourly")).put("average", -1);
    assertEquals(Optional.empty(), general(full).orElseThrow().earned());
    full.remove("hourly");
    assertEquals(timed.hourly(), general(full).orElseThrow().hourly());
  }

  @Test
  @Requirement("LST-5")
  void whatIsNoPageIsNone() {
    for (String text :
        List.of(
            "",
            "null",
            "7",
            "{}",
            "{\"items\": 7}",
            "{\"items\": [",
            "[{]",
            "[] []",
            "{\"items\": [{\"id\": \"g1\", \"requester\": [}]}",
            "<html>")) {
      assertThrows(
          IOException.class,
          () -> new OfferPages().read(text.getBytes(StandardCharsets.UTF_8)),
          text);
    }
    assertThrows(
        IOException.class,
        () -> new OfferPages().read("[{\"id\": 7}]".getBytes(StandardCharsets.UTF_16)));
  }
}
