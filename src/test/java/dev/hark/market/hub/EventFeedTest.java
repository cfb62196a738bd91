package dev.hark.market.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.hub.Hub;
import dev.hark.hub.HubConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("EVENT-20")
class EventFeedTest {
  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Sentence> notices = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void aStreamOfARealHubIsFollowedAndGoneOnWith() throws Exception {
    try (Hub hub = Hub.start(HubConfig.embedded(folder, "Test market", true));
        HubAccounts accounts = new HubAccounts(hub.uri().toString())) {
      String other = accounts.registerRequester("Radio Archive").token();
      String url = hub.uri().toString();
      List<News> read = read(url, other, Optional.empty(), 1, () -> trial(url, other));
      assertEquals("webhook.tested", read.getFirst().kind());
      List<News> more =
          read(url, other, Optional.of(read.getFirst().cursor()), 1, () -> trial(url, other));
      assertEquals("webhook.tested", more.getFirst().kind());
    }
  }

  private static void trial(String url, String requester) {
    try (WebhookDesk desk = new WebhookDesk(url, requester)) {
      if (desk.list().isEmpty()) {
        desk.add("http://127.0.0.1:9/", List.of());
      }
      desk.test(desk.list().getFirst().id());
    }
  }

  @Test
  void aBrokenStreamIsGoneOnWithFromTheLastId() throws Exception {
    answer("/api/v1/events", exchange -> page("c0"));
    stream(
        exchange ->
            switch (String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID"))) {
              case "c0" -> event("c1", "group.published") + event("c2", "review.written");
              case "c2" -> "id: c3\n: here\n\n";
              case "c3" -> event("c4", "bonus.paid");
              default -> "";
            });
    List<News> read = read(address(), "t", Optional.empty(), 3, () -> {});
    assertEquals(
        List.of("group.published", "review.written", "bonus.paid"),
        read.stream().map(News::kind).toList());
  }

  @Test
  void whereNoStreamComesThroughItAsksAgainAndAgain() throws Exception {
    answer(
        "/api/v1/events",
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          asked.add(query);
          return query.contains("cursor=now")
              ? page("c0")
              : query.contains("cursor=c0")
                  ? page("c1", json("c1", "group.published"))
                  : page("c2", json("c2", "bonus.paid"));
        });
    server.createContext(
        "/api/v1/events/stream",
        exchange -> {
          exchange.sendResponseHeaders(502, -1);
          exchange.close();
        });
    List<News> read = read(address(), "t", Optional.empty(), 2, () -> {});
    assertEquals(List.of("c1", "c2"), read.stream().map(News::cursor).toList());
    assertTrue(asked.get(1).contains("wait=20"), asked::toString);
    assertEquals(1, notices.size(), "a break is told once");
  }

  @Test
  void whatIsNoLongerKeptIsSaidAndItGoesOnFromNow() throws Exception {
    answer("/api/v1/events", exchange -> page("c9"));
    server.createContext(
        "/api/v1/events/stream",
        exchange -> {
          if ("old".equals(exchange.getRequestHeaders().getFirst("Last-Event-ID"))) {
            refuse(exchange, 410, "cursor-gone");
          } else {
            send(exchange, "text/event-stream", event("c10", "group.expired"));
          }
        });
    List<News> read = read(address(), "t", Optional.of("old"), 1, () -> {});
    assertEquals("c10", read.getFirst().cursor());
    assertEquals("events.missed", notices.getFirst().key());
  }

  @Test
  void aTokenThatIsNotGoodEndsIt() {
    server.createContext("/api/v1/events", exchange -> refuse(exchange, 401, "unauthenticated"));
    try (EventFeed feed = new EventFeed(address(), "t", Optional.empty(), notices::add)) {
      assertThrows(Fault.Refused.class, () -> feed.follow(news -> {}));
    }
  }

  private List<News> read(
      String address, String token, Optional<String> cursor, int count, Runnable meanwhile)
      throws Exception {
    List<News> read = new ArrayList<>();
    try (EventFeed feed = new EventFeed(address, token, cursor, notices::add)) {
      Future<?> done =
          threads.submit(
              () ->
                  feed.follow(
                      news -> {
                        if (read.size() < count) {
                          read.add(news);
                        }
                        if (read.size() == count) {
                          feed.stop();
                        }
                      }));
      // What happens before the feed begins is not told to it: it may have to happen again.
      for (int i = 0; i < 60 && !done.isDone(); i++) {
        meanwhile.run();
        try {
          done.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
          assertTrue(i < 59, "nothing was told");
        }
      }
      done.get(1, TimeUnit.SECONDS);
    }
    return read;
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(String path, Function<HttpExchange, String> body) {
    server.createContext(
        path, exchange -> send(exchange, "application/json", body.apply(exchange)));
  }

  private void stream(Function<HttpExchange, String> body) {
    server.createContext(
        "/api/v1/events/stream",
        exchange -> send(exchange, "text/event-stream", body.apply(exchange)));
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    byte[] body =
        ("{\"type\":\"about:blank\",\"title\":\"x\",\"status\":"
                + status
                + ",\"detail\":\"No.\",\"code\":\""
                + code
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static String page(String next, String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":\"" + next + "\",\"more\":false}";
  }

  private static String json(String cursor, String kind) {
    return "{\"cursor\":\""
        + cursor
        + "\",\"id\":\"x\",\"kind\":\""
        + kind
        + "\",\"at\":\"2026-03-02T09:30:00Z\",\"data\":{}}";
  }

  private static String event(String cursor, String kind) {
    return "id: " + cursor + "\nevent: " + kind + "\ndata: " + json(cursor, kind) + "\n\n";
  }
}
