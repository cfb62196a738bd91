package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.market.Marketplace;
import dev.hark.market.Offer;
import dev.hark.review.Attribute;
import dev.hark.review.Review;
import dev.hark.review.Standing;
import dev.hark.task.Assignment;
import dev.hark.task.Question;
import dev.hark.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileMarketTest {
  private static final String GROUP =
      """
      {"id":"g1","requester":{"id":"r1","name":"Radio Archive","decided":40,"approved":38,
       "secondsToPay":172800,"rating":{"reviewers":38,"overall":4.6,"lower":4.2,
       "means":{"PAY":4.5,"MOOD":3},"unjustRejections":1,"termsBroken":0}},
       "title":"Transcribe 8 seconds","kind":"TRANSCRIBE","language":"en",
       "reward":{"minor":18,"currency":"EUR"},"allowedSeconds":360,"available":3,
       "needs":["HEARING"],"audioSeconds":8.25,"keywords":["speech"],
       "times":{"lowerSeconds":34,"upperSeconds":43,"workers":12}}
      """;
  private static final String ASSIGNMENT =
      """
      {"id":"a1","taskId":"t1","group":%s,"state":"HELD","accepted":"2026-11-23T10:36:00Z",
       "deadline":"2026-11-23T10:42:00Z","question":%s}
      """;

  private final FakeHub hub = new FakeHub();
  private final HubMarketplace market = new HubMarketplace(hub.address(), "secret");

  @AfterEach
  void close() {
    market.close();
    hub.close();
  }

  private Marketplace.OfferPage page(JsonNode... groups) {
    ObjectNode page = Json.MAPPER.createObjectNode();
    ArrayNode items = page.putArray("items");
    for (JsonNode group : groups) {
      items.add(group);
    }
    page.put("next", "more");
    hub.says("GET /api/v1/task-groups", page.toString());
    return market.offers(Optional.of("from here"), 100);
  }

  private static ObjectNode group() {
    return (ObjectNode) json(GROUP);
  }

  private static JsonNode json(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  @Requirement("MKT-6")
  void anHonestGroupComesWhole() {
    Marketplace.OfferPage page = page(group());
    assertEquals(Optional.of("more"), page.next());
    assertEquals("limit=100&cursor=from%20here", hub.asked().getFirst().query());
    Offer offer = page.offers().getFirst();
    assertEquals("Transcribe 8 seconds", offer.group().title());
    assertEquals(Optional.of(Duration.ofMillis(8250)), offer.group().audioLength());
    assertEquals(1507, offer.hourly().orElseThrow().low().minor());
    assertEquals(Optional.of(Duration.ofDays(2)), offer.timeToPay());
    Standing.Rated rated = assertInstanceOf(Standing.Rated.class, offer.standing());
    assertEquals(Map.of(Attribute.PAY, 4.5), rated.rating().means());
  }

  @ParameterizedTest
  @Requirement("MKT-6")
  @CsvSource(
      delimiter = '|',
      value = {
        "id|null",
        "id|'\"../../etc\"'",
        "id|'\"..\"'",
        "title|'\"\\u001b[2J \\u202e\"'",
        "title|null",
        "requester|null",
        "requester|'\"me\"'",
        "requester|'{\"id\":\"r1\"}'",
        "kind|'\"MIND_READING\"'",
        "kind|7",
        "reward|null",
        "reward|'{\"minor\":-5,\"currency\":\"EUR\"}'",
        "reward|'{\"minor\":0,\"currency\":\"EUR\"}'",
        "reward|'{\"minor\":18,\"currency\":\"DUCATS\"}'",
        "reward|'{\"minor\":99999999999999999999,\"currency\":\"EUR\"}'",
        "reward|'{\"minor\":18}'",
        "allowedSeconds|0",
        "allowedSeconds|-1",
        "allowedSeconds|9223372036854775807",
        "available|-3",
        "needs|'[\"TELEPATHY\"]'",
        "needs|'[null]'",
        "needs|'\"SIGHT\"'",
      })
  void aGroupThatMakesNoSenseIsLeftOutAndCountedAndTheRestStands(String member, String value) {
    ObjectNode bad = group();
    bad.set(member, json(value));
    ObjectNode good = group().put("id", "g2");
    Marketplace.OfferPage page = page(bad, json("null"), json("[]"), good);
    assertEquals(List.of("g2"), page.offers().stream().map(o -> o.group().id()).toList());
    assertEquals(3, page.leftOut());
  }

  @ParameterizedTest
  @Requirement("MKT-6")
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"lowerSeconds\":0,\"upperSeconds\":0,\"workers\":1}'",
        "'{\"lowerSeconds\":50,\"upperSeconds\":40,\"workers\":1}'",
        "'{\"lowerSeconds\":50,\"upperSeconds\":60,\"workers\":0}'",
        "'{\"lowerSeconds\":50,\"upperSeconds\":1e300,\"workers\":2}'",
        "null",
      })
  void timesThatMakeNoSenseAreNotKnown(String times) {
    ObjectNode group = group();
    group.set("times", json(times));
    assertEquals(Optional.empty(), page(group).offers().getFirst().hourly());
  }

  @Test
  @Requirement("MKT-6")
  void aRatingThatMakesNoSenseIsNotTakenForNoReviews() {
    ObjectNode mad = group();
    ((ObjectNode) mad.get("requester").get("rating")).put("overall", 11);
    ObjectNode none = group().put("id", "g2");
    ((ObjectNode) none.get("requester")).remove("rating");
    List<Offer> offers = page(mad, none).offers();
    assertInstanceOf(Standing.SourceDown.class, offers.get(0).standing());
    assertInstanceOf(Standing.NoReviews.class, offers.get(1).standing());
  }

  @ParameterizedTest
  @Requirement("MKT-7")
  @CsvSource(
      delimiter = '|',
      value = {
        "'\\u001b[31;1mred\\u001b[0m'|red",
        "'\\u001b]0;owned\\u0007title'|title",
        "'\\u001b]8;;http://x\\u001b\\\\\\\\link'|link",
        "'\\u009b2Jgone'|gone",
        "'a\\u202edcba\\u202c \\u2066b\\u2069'|adcba b",
        "'zero\\u200bwidth\\u00adhyphen\\ufeff'|zerowidthhyphen",
        "'line\\r\\nbreak\\ttab\\u2028end'|line break tab end",
        "'bell\\u0007 \\u0000null'|bell null",
        "'\\ue000private \\udb40\\udc41tag'|private tag",
        "'  much     space  '|much space",
        "'\\u0915\\u094d\\u200d\\u0937 \\u00e9\\u00e8 \\ud83d\\ude00'|'\u0915\u094d\u200d\u0937 éè"
            + " \uD83D\uDE00'",
      })
  void aStrangersWordsAreMadeSafeToSayAndToWrite(String raw, String clean) {
    ObjectNode group = group();
    group.set("title", json("\"" + raw.replace("\\\\\\\\", "\\\\") + "\""));
    assertEquals(clean, page(group).offers().getFirst().group().title());
  }

  @Test
  @Requirement("MKT-7")
  void lengthHasABound() {
    ObjectNode group = group();
    group.put("title", "word ".repeat(300_000));
    ((ObjectNode) group.get("requester")).put("name", "N".repeat(5_000_000));
    ArrayNode keywords = group.putArray("keywords");
    for (int i = 0; i < 1000; i++) {
      keywords.add("k" + i);
    }
    Offer offer = page(group).offers().getFirst();
    assertTrue(offer.group().title().length() <= 200);
    assertTrue(offer.group().title().endsWith("word…"));
    assertTrue(offer.group().requester().name().length() <= 100);
    assertEquals(20, offer.group().keywords().size());
    assertEquals("e" + "\u0301".repeat(6), PlainText.line("e" + "\u0301".repeat(900), 200));
  }

  @Test
  @Requirement("MKT-7")
  void promptsKeepTheirLines() {
    assertEquals("half", PlainText.line("\uD800half", 20));
    assertEquals(
        "First.\n\nSecond line.", PlainText.lines(" First. \r\n\n\n\n Second\t line.\n", 1000));
  }

  @Test
  void anAcceptedTaskComesWhole() {
    hub.says(
        "POST /api/v1/task-groups/g1/assignments",
        ASSIGNMENT.formatted(
            GROUP,
            """
            {"type":"form","prompt":"Answer","media":[],"parts":[
              {"type":"text","prompt":"Where?","media":[]},
              {"type":"choice","prompt":"Which?","media":[{"id":"m1","type":"AUDIO/WAV","seconds":8}],
               "options":[{"id":"o1","label":"one"},{"id":"o2","label":"two"}]}]}
            """));
    Assignment assignment = market.accept("g1", "key-1");
    Question.Form form = assertInstanceOf(Question.Form.class, assignment.task().question());
    assertTrue(form.parts().get(1).media().getFirst().isAudio());
    assertEquals("key-1", hub.asked().getFirst().key());
  }

  @ParameterizedTest
  @Requirement("MKT-8")
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"type\":\"hologram\",\"prompt\":\"?\",\"media\":[]}'",
        "'{\"prompt\":\"?\",\"media\":[]}'",
        "'{\"type\":\"choice\",\"prompt\":\"?\",\"media\":[],\"options\":[{\"id\":\"o\",\"label\":\"one\"}]}'",
        "'{\"type\":\"choice\",\"prompt\":\"?\",\"media\":[],\"options\":[{\"id\":\"o\",\"label\":\"a\"},{\"id\":\"o\",\"label\":\"b\"}]}'",
        "'{\"type\":\"form\",\"prompt\":\"?\",\"media\":[],\"parts\":[]}'",
        "'{\"type\":\"form\",\"prompt\":\"?\",\"media\":[],\"parts\":[{\"type\":\"form\",\"prompt\":\"?\",\"media\":[],\"parts\":[]}]}'",
        "'{\"type\":\"text\",\"prompt\":\"?\",\"media\":[null]}'",
        "null",
      })
  void aTaskThatCannotBeReadIsGivenBackAndSaid(String question) {
    hub.says("POST /api/v1/task-groups/g1/assignments", ASSIGNMENT.formatted(GROUP, question));
    hub.says("POST /api/v1/assignments/a1/return", 204, "application/json", "");
    Fault.BadFile fault = assertThrows(Fault.BadFile.class, () -> market.accept("g1", "key-1"));
    assertEquals("market.task-unreadable", fault.sentence().key());
    assertEquals("POST /api/v1/assignments/a1/return", hub.asked().getLast().call());
  }

  @Test
  void heldTasksComeByDeadlineWithoutThoseThatCannotBeRead() {
    String text = "{\"type\":\"text\",\"prompt\":\"?\",\"media\":[]}";
    String late = ASSIGNMENT.formatted(GROUP, text).replace("10:42", "11:42").replace("a1", "a2");
    hub.says(
        "GET /api/v1/assignments",
        "["
            + late
            + ","
            + ASSIGNMENT.formatted(GROUP, text)
            + ","
            + ASSIGNMENT.formatted("1", text)
            + "]");
    assertEquals(List.of("a1", "a2"), market.held().stream().map(Assignment::id).toList());
  }

  @Test
  @Requirement("MKT-7")
  void reviewsAreCleanedAndOneThatMakesNoSenseIsLeftOut() {
    hub.says(
        "GET /api/v1/requesters/r1/reviews",
        """
        {"items":[
         {"groupId":"g1","reviewer":"w\\u001b[1m1","marks":{"PAY":5,"SPEED":9,"MOOD":2},
          "rejections":"SOME","termsBroken":false,"words":"Fair.\\u202e\\nQuick.",
          "written":"2026-11-20T10:00:00Z"},
         {"groupId":"g1","marks":{}}]}
        """);
    List<Review> reviews = market.reviews("r1");
    assertEquals(1, reviews.size());
    assertEquals("Fair.\nQuick.", reviews.getFirst().words());
    assertEquals("w1", reviews.getFirst().reviewer());
    assertEquals(Map.of(Attribute.PAY, 5), reviews.getFirst().marks());
    assertFalse(reviews.getFirst().termsBroken());
  }

  @Test
  @Requirement("MKT-9")
  void tenThousandGroupsAreReadWithoutAPauseThatAPersonNotices() {
    JsonNode[] thousand = new JsonNode[1000];
    for (int i = 0; i < thousand.length; i++) {
      thousand[i] = group().put("id", "g" + i);
    }
    page(thousand);
    long start = System.nanoTime();
    int read = 0;
    for (int i = 0; i < 10; i++) {
      read += market.offers(Optional.empty(), 1000).offers().size();
    }
    assertEquals(10_000, read);
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(3).toNanos());
  }
}
