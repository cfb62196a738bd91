package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.hub.RawHttp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Senders that send too much, too slowly or only half. */
class SlowSenderTest {
  private static final String BODY = "{\"role\":\"WORKER\"}";

  @TempDir Path data;
  private TestHub hub;

  @BeforeEach
  void start() throws IOException {
    Files.write(
        data.resolve("hub.conf"),
        List.of("header-seconds = 1", "idle-seconds = 2", "body-start-seconds = 1"));
    hub = new TestHub(data);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private int accounts() {
    return hub.operator().get("/accounts?limit=1000").json().get("items").size();
  }

  private static String post(String path, String more) {
    return "POST /api/v1" + path + " HTTP/1.1\r\nHost: hub\r\n" + more + "\r\n";
  }

  @Test
  @Requirement("ID-44")
  void aHundredMegabytesAreRefusedWithoutBeingRead() {
    Caller requester = hub.requester();
    for (String path : List.of("/accounts", "/task-groups", "/media", "/account/tokens")) {
      try (RawHttp http = new RawHttp(hub.hub.uri())) {
        http.send(
            post(
                path,
                "Idempotency-Key: k\r\n"
                    + "Content-Length: 104857600\r\n"
                    + "Content-Type: image/png\r\n"
                    + "Authorization: Bearer "
                    + (path.equals("/accounts") ? hub.operator() : requester).token()
                    + "\r\n"));
        // Nothing of the body is sent: an answer comes all the same.
        Reply reply = http.reply();
        assertEquals(413, reply.status(), path);
        assertTrue(reply.body().contains("\"too-large\""), reply.body());
        assertEquals("close", reply.header("Connection"));
      }
    }
  }

  @Test
  @Requirement("ID-44")
  void aBodyThatDoesNotSayHowLongItIsIsReadNoFurtherThanItMayBe() {
    int before = accounts();
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      http.send(post("/accounts", "Transfer-Encoding: chunked\r\n"));
      String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
      int sent = 0;
      while (sent < 1600 && http.send(chunk)) {
        sent++;
      }
      assertTrue(sent < 1600, "the hub hung up before 100 MB");
    }
    assertEquals(before, accounts());
  }

  @Test
  @Requirement("ID-44")
  void aBodyThatTricklesInIsEnded() {
    int before = accounts();
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      http.send(post("/accounts", "Content-Length: 10000\r\n"));
      Reply reply = trickle(http, "{\"role\":\"WORKER\",\"name\":\"" + "x".repeat(9_000));
      assertEquals(408, reply.status());
      assertTrue(reply.body().contains("\"too-slow\""), reply.body());
    }
    assertEquals(before, accounts());
  }

  @Test
  @Requirement("ID-44")
  void aBodyThatStopsIsEnded() {
    int before = accounts();
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      http.send(post("/accounts", "Content-Length: " + BODY.length() + "\r\n") + BODY.substring(1));
      Reply reply = http.reply();
      assertTrue(reply.status() == 408 || reply.status() == 0, () -> "" + reply.status());
    }
    assertEquals(before, accounts());
  }

  @Test
  @Requirement("ID-44")
  void headersThatTrickleInAreEnded() {
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      Reply reply =
          trickle(http, "GET /api/v1/health HTTP/1.1\r\nHost: hub\r\nX-Much: " + "x".repeat(6_000));
      assertEquals(0, reply.status());
    }
    assertEquals(200, hub.anybody().get("/health").status());
  }

  /** Sends a character every few milliseconds until the hub has had enough. */
  private static Reply trickle(RawHttp http, String text) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    for (int i = 0; i < text.length() && http.send(text.substring(i, i + 1)); i++) {
      assertTrue(System.nanoTime() < end, "the hub takes whatever trickles in");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      if (http.hasAnswer()) {
        return http.reply();
      }
    }
    return http.reply();
  }

  @Test
  @Requirement("ID-44")
  void headersThatAreTooLongAreRefused() {
    for (String method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
      Reply reply =
          RawHttp.request(hub.hub.uri(), method, "/health", "X-Much: " + "x".repeat(20_000));
      assertEquals(431, reply.status());
      assertTrue(reply.body().contains("\"invalid\""), method + ": " + reply.body());
    }
  }

  @Test
  @Requirement("ID-45")
  void aRequestOfWhichHalfArrivesStoresNothing() throws IOException {
    Caller requester = hub.requester();
    Caller worker = hub.worker();
    String group = hub.publish(requester, TestHub.group(1, false, null));
    String held = hub.accept(worker, group, "a").id();
    String answer = "{\"text\":\"half of it\"}";
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      http.send(
          post(
                  "/assignments/" + held + "/answer",
                  "Idempotency-Key: k\r\nContent-Length: "
                      + answer.length()
                      + "\r\nAuthorization: Bearer "
                      + worker.token()
                      + "\r\n")
              + answer.substring(0, answer.length() - 1));
    }
    try (RawHttp http = new RawHttp(hub.hub.uri())) {
      http.send(
          post(
                  "/assignments/" + held + "/answer",
                  "Idempotency-Key: k\r\nTransfer-Encoding: chunked\r\nAuthorization: Bearer "
                      + worker.token()
                      + "\r\n")
              + Integer.toHexString(answer.length())
              + "\r\n"
              + answer
              + "\r\n");
    }
    hub.submit(worker, held, "the whole of it");
    assertEquals(
        "the whole of it",
        requester.get("/submissions").json().at("/items/0/answer/text").asText());
    String log = Files.readString(data.resolve("hub.log"));
    assertTrue(log.isEmpty(), log);
  }
}
