package dev.hark.market.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Something at a hub's address that says what a test wants it to say. */
final class FakeHub implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, List<Said>> script = new HashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile String retryAfter = "1";
  private final CountDownLatch closing = new CountDownLatch(1);

  FakeHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One request that came. */
  record Asked(String call, String query, String key, String authorization, String body) {}

  private record Said(int status, String type, String body) {}

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next reply to such a call; the last one stays. */
  FakeHub says(String call, int status, String type, String body) {
    script.computeIfAbsent(call, any -> new ArrayList<>()).add(new Said(status, type, body));
    return this;
  }

  FakeHub says(String call, String json) {
    return says(call, 200, "application/json", json);
  }

  /** How long whoever asks too often is asked to wait, in seconds. */
  FakeHub asksToWait(String seconds) {
    retryAfter = seconds;
    return this;
  }

  /** Never answers such a call. */
  FakeHub hangs(String call) {
    return says(call, -1, "", "");
  }

  /** Breaks the connection in the middle of the answer to such a call. */
  FakeHub breaks(String call) {
    return says(call, -2, "", "");
  }

  FakeHub refuses(String call, int status, String code, String more) {
    return says(
        call,
        status,
        "application/problem+json",
        "{\"type\":\"about:blank\",\"title\":\"No\",\"status\":"
            + status
            + ",\"detail\":\"No.\",\"code\":\""
            + code
            + "\""
            + more
            + "}");
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(
              call,
              String.valueOf(exchange.getRequestURI().getRawQuery()),
              String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
              body));
      Said said = next(call);
      if (said.status() == -1) {
        await();
        return;
      }
      byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", said.type());
      if (said.status() == 429) {
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
      }
      if (said.status() == -2) {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        return;
      }
      exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private Said next(String call) {
    synchronized (script) {
      List<Said> replies = script.get(call);
      if (replies == null) {
        return new Said(404, "text/html", "<html><h1>Not found</h1></html>");
      }
      return replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
    }
  }

  private void await() {
    try {
      if (!closing.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
