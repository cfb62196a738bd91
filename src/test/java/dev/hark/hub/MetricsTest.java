package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class MetricsTest {
  private static final String LINE =
      "[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? (NaN|-?[0-9.]+(E-?[0-9]+)?)";

  @Parameter TestDatabase database;
  @TempDir Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private HttpResponse<String> ask(URI hub, String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private Map<String, Double> figures(TestHub hub) throws IOException, InterruptedException {
    HttpResponse<String> told = ask(hub.hub.uri(), "/metrics", hub.operator().token());
    assertEquals(200, told.statusCode());
    Map<String, Double> figures = new TreeMap<>();
    for (String line : told.body().lines().filter(one -> !one.startsWith("#")).toList()) {
      assertTrue(line.matches(LINE), line);
      int end = line.lastIndexOf(' ');
      figures.put(line.substring(0, end), Double.valueOf(line.substring(end + 1)));
    }
    return figures;
  }

  @Test
  @Requirement("OPER-7")
  void whatHappensOnAHubIsCounted() throws Exception {
    try (TestHub hub = new TestHub(database, data)) {
      Caller requester = hub.requester();
      String group = hub.publish(requester, TestHub.group(3, true, null));
      Caller first = hub.worker();
      Caller second = hub.worker();
      hub.accept(first, group, "a");
      String id = hub.accept(second, group, "a").id();
      hub.submit(second, id, TestHub.WORDS);
      hub.submit(second, id, TestHub.WORDS);
      second.get("/task-groups/none-such");
      second.get("/wp-admin/setup.php");
      Map<String, Double> figures = figures(hub);
      String route = "route=\"/api/v1/assignments/{id}/answer\"";
      assertEquals(
          2, figures.get("hark_http_requests_total{method=\"POST\"," + route + ",status=\"200\"}"));
      assertEquals(
          1,
          figures.get("hark_http_requests_total{method=\"other\",route=\"other\",status=\"404\"}"));
      assertEquals(
          2, figures.get("hark_http_request_seconds_count{method=\"POST\"," + route + "}"));
      assertEquals(1, figures.get("hark_answers_total"), "sent twice, taken once");
      assertEquals(1, figures.get("hark_open_leases"));
      String writes = "hark_transactions_total{kind=\"write\",result=\"done\"}";
      assertTrue(figures.getOrDefault(writes, 0.0) > 5);
      assertTrue(figures.keySet().stream().anyMatch(name -> name.startsWith("hark_build_info{")));
      hub.clock.forward(Duration.ofHours(1));
      assertEquals(0, figures(hub).get("hark_open_leases"), "leases end by themselves");
      String text = figures(hub).toString();
      for (String secret :
          new String[] {first.id(), first.token(), id, group, "wp-admin", "none-such"}) {
        assertFalse(text.contains(secret), secret);
      }
    }
  }

  @Test
  @Requirement("OPER-7")
  void onlyTheOperatorIsToldTheFigures() throws Exception {
    try (TestHub hub = new TestHub(database, data)) {
      assertEquals(401, ask(hub.hub.uri(), "/metrics", "").statusCode());
      assertEquals(403, ask(hub.hub.uri(), "/metrics", hub.worker().token()).statusCode());
      assertEquals(403, ask(hub.hub.uri(), "/metrics", hub.requester().token()).statusCode());
    }
  }

  @Test
  @Requirement("OPER-8")
  void aHubThatHasLostItsDatabaseIsWellAndNotReady() throws Exception {
    try (TestHub hub = new TestHub(database, data)) {
      assertEquals(200, hub.anybody().get("/health/ready").status());
      hub.hub.services().store().close();
      assertEquals("not-ready", hub.anybody().get("/health/ready").refusal());
      assertEquals(503, hub.anybody().get("/health/ready").status());
      assertEquals(200, hub.anybody().get("/health").status());
    }
  }

  @Test
  @Requirement("OPER-9")
  void aFailureIsFoundInTheLogByTheIdThatTheCallerWasTold() throws Exception {
    try (TestHub hub = new TestHub(database, data)) {
      String first = id(hub, "/api/v1/health");
      assertFalse(first.equals(id(hub, "/api/v1/health")), "each request has its own");
      hub.hub.services().store().close();
      HttpResponse<String> failed =
          ask(hub.hub.uri(), "/api/v1/requesters/someone-i-know", hub.operator().token());
      assertEquals(500, failed.statusCode());
      String id = failed.headers().firstValue("X-Request-Id").orElseThrow();
      String log = Files.readString(data.resolve("hub.log"));
      assertTrue(log.contains("GET /api/v1/requesters/{id} failed, request " + id), log);
      assertFalse(log.contains("someone-i-know") || log.contains(first), log);
    }
  }

  private String id(TestHub hub, String path) throws Exception {
    return ask(hub.hub.uri(), path, "").headers().firstValue("X-Request-Id").orElseThrow();
  }
}
