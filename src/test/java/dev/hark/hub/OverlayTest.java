package dev.hark.hub;

import static dev.hark.hub.Imported.OLD;
import static dev.hark.hub.Imported.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.Requirement;
import dev.hark.wire.Json;
import dev.hark.wire.MoneyJson;
import dev.hark.wire.NewTaskGroupJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an old overlay reads: an answer at its old path, without a token. */
class OverlayTest {
  @TempDir Path data;

  @Test
  @Requirement({"IMP-20", "IMP-21"})
  void turkopticonsShapeHasItsOwnWordsForNothing() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      bring(hub);
      HttpResponse<String> answer = get(hub, "/multi-attrs.php?ids=" + OLD + "," + OTHER);
      assertEquals(200, answer.statusCode());
      assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
      JsonNode json = Json.MAPPER.readTree(answer.body());
      assertEquals("", json.get(OTHER).asText());
      assertEquals("Old Archive", json.at("/" + OLD + "/name").asText());
      assertEquals("4.50", json.at("/" + OLD + "/attrs/fair").asText());
      assertEquals("0.00", json.at("/" + OLD + "/attrs/pay").asText());
      assertEquals("Turkopticon", json.at("/" + OLD + "/source").asText());
      assertEquals("[\"$0-$4\",0]", json.at("/" + OLD + "/pay_buckets/0").toString());
      assertEquals("[\"$15+\",1]", json.at("/" + OLD + "/pay_buckets/4").toString());
    }
  }

  @Test
  @Requirement({"IMP-20", "IMP-22"})
  void turkopticon2sShapeHasSumsAndLeavesOutWhoIsUnknown() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      bring(hub);
      JsonNode json =
          read(hub, "/requesters?rids=" + OLD + "," + OTHER + "&fields%5Brequesters%5D=aggregates");
      assertEquals(200, json.get("status").asInt());
      assertEquals(1, json.get("data").size());
      JsonNode aggregates = json.at("/data/0/attributes/aggregates");
      assertEquals("[0.5,90,1]", aggregates.at("/all/reward").toString());
      assertTrue(aggregates.at("/all/pending").isNull());
      assertEquals("[0,0,2]", aggregates.at("/all/comm").toString());
      // The one from the last 90 days has no time.
      assertEquals("[0,0,0]", aggregates.at("/recent/reward").toString());
      assertEquals("[0,1]", aggregates.at("/recent/tos").toString());
    }
  }

  @Test
  @Requirement({"IMP-20", "IMP-23"})
  void turkerViewsShapeSaysNullWhereNobodyKnows() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      bring(hub);
      JsonNode json = read(hub, "/v1/requesters/?requester_ids=" + OLD + "," + OTHER);
      assertEquals(1, json.get("requesters").size());
      JsonNode one = json.at("/requesters/" + OLD);
      assertEquals("20.00", one.at("/wages/average/wage").asText());
      assertEquals("high", one.at("/wages/average/class").asText());
      assertTrue(one.at("/wages/user_average/wage").isNull());
      assertTrue(one.at("/ratings/pay/text").isNull());
      assertEquals("4.50 / 5", one.at("/ratings/fast/text").asText());
      assertTrue(one.get("blocks").isNull());
    }
  }

  @Test
  @Requirement("IMP-24")
  void theHubsOwnFiguresComeFirstAndAreNeverMixed() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      bring(hub);
      Caller requester = hub.requester();
      hub.operator().put("/requesters/" + requester.id() + "/also-known/" + OLD, Map.of());
      JsonNode before = read(hub, "/multi-attrs.php?ids=" + requester.id());
      assertEquals("Turkopticon", before.at("/" + requester.id() + "/source").asText());
      String group = hub.publish(requester, TestHub.group(1, true, null));
      Caller worker = hub.worker();
      hub.submit(worker, hub.accept(worker, group, "a").id(), TestHub.WORDS);
      worker.put("/task-groups/" + group + "/review", Map.of("marks", Map.of("FAIRNESS", 2)));
      for (String id : List.of(requester.id(), OLD)) {
        JsonNode json = read(hub, "/api/v1/compat/multi-attrs.php?ids=" + id).get(id);
        assertEquals("hub", json.get("source").asText());
        assertEquals("2.00", json.at("/attrs/fair").asText());
        assertEquals("0.00", json.at("/attrs/fast").asText());
        assertEquals(1, json.get("reviews").asInt());
      }
      JsonNode wages = read(hub, "/v1/requesters/?requester_ids=" + OLD);
      assertTrue(wages.at("/requesters/" + OLD + "/wages/average/wage").isNull());
    }
  }

  @Test
  @Requirement("IMP-24")
  void whatWorkersReallyEarnedInDollarsIsToldAsTheHubsOwnWage() throws Exception {
    try (TestHub hub = new TestHub(data)) {
      Caller requester = hub.requester();
      NewTaskGroupJson euros = TestHub.group(1, true, null);
      String group =
          hub.publish(
              requester,
              new NewTaskGroupJson(
                  euros.title(),
                  euros.kind(),
                  euros.language(),
                  new MoneyJson(30, "USD"),
                  euros.allowedSeconds(),
                  euros.needs(),
                  euros.keywords(),
                  null,
                  null,
                  euros.tasks()));
      Caller worker = hub.worker();
      String held = hub.accept(worker, group, "a").id();
      hub.clock.forward(Duration.ofSeconds(90));
      hub.submit(worker, held, TestHub.WORDS);
      worker.put("/task-groups/" + group + "/review", Map.of("marks", Map.of("FAIRNESS", 4)));
      String id = requester.id();
      JsonNode wage =
          read(hub, "/v1/requesters/?requester_ids=" + id)
              .at("/requesters/" + id + "/wages/average");
      assertEquals("12.00", wage.get("wage").asText());
      assertEquals("high", wage.get("class").asText());
      JsonNode aggregates =
          read(hub, "/requesters?rids=" + id + "&fields%5Brequesters%5D=aggregates")
              .at("/data/0/attributes/aggregates");
      assertEquals("[0.3,90,1]", aggregates.at("/all/reward").toString());
      assertEquals("[0.3,90,1]", aggregates.at("/recent/reward").toString());
    }
  }

  @Test
  @Requirement("IMP-25")
  void nonsenseIsRefusedAndSoIsEverythingWhereTheOperatorSaysNo() throws Exception {
    String many =
        IntStream.range(0, 101)
            .mapToObj(i -> "A" + (100_000_000 + i))
            .collect(Collectors.joining(","));
    try (TestHub hub = new TestHub(data)) {
      assertEquals(200, get(hub, "/multi-attrs.php?ids=" + many.substring(11)).statusCode());
      for (String ids : List.of("", "%2C", "A1%20b", "A%00", many)) {
        HttpResponse<String> refused = get(hub, "/v1/requesters/?requester_ids=" + ids);
        assertEquals(400, refused.statusCode(), ids);
        assertEquals("*", refused.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
      }
      HttpResponse<String> asked = send(hub, "OPTIONS", "/multi-attrs.php?ids=" + OLD);
      assertEquals(204, asked.statusCode());
      assertFalse(asked.headers().map().isEmpty());
    }
    try (TestHub hub = new TestHub(data, config -> config.withOverlays(false))) {
      assertEquals(404, get(hub, "/multi-attrs.php?ids=" + OLD).statusCode());
    }
  }

  private static void bring(TestHub hub) {
    Map<String, Object> first = Imported.review(OLD, "ann", 5);
    first.put("rewardMicros", 500_000);
    first.put("seconds", 90);
    Map<String, Object> second = Imported.review(OLD, "bo", 4);
    second.put("written", hub.clock.instant().minusSeconds(86_400).toString());
    assertEquals(
        200, hub.operator().post("/imported-reviews", "k", Imported.batch(first, second)).status());
  }

  private static JsonNode read(TestHub hub, String path) throws Exception {
    HttpResponse<String> answer = get(hub, path);
    assertEquals(200, answer.statusCode(), answer.body());
    return Json.MAPPER.readTree(answer.body());
  }

  private static HttpResponse<String> get(TestHub hub, String path) throws Exception {
    return send(hub, "GET", path);
  }

  private static HttpResponse<String> send(TestHub hub, String method, String path)
      throws IOException, InterruptedException {
    URI uri = URI.create(hub.hub.uri().resolve("/").toString().replaceAll("/$", "") + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
