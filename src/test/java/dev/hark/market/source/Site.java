package dev.hark.market.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A site with ratings on this computer, which answers what a test wants, and when. */
public final class Site implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private volatile String type = "application/json";
  private volatile String body = "{}";
  private volatile @Nullable String only;
  private volatile Map<String, String> headers = Map.of();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  public Site() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** From now on it says this to everything. */
  public Site says(String json) {
    return says(200, "application/json", json);
  }

  public Site says(int code, String kind, String words) {
    status = code;
    type = kind;
    body = words;
    return this;
  }

  /** Answers where the path ends so; elsewhere there is nothing. */
  public Site onlyAt(String path) {
    only = path;
    return this;
  }

  public Site sends(String header, String value) {
    headers = Map.of(header, value);
    return this;
  }

  /** Holds every answer back until it is let go. */
  public CountDownLatch holds() {
    CountDownLatch fresh = new CountDownLatch(1);
    gate = fresh;
    return fresh;
  }

  /** Path and query of all that was asked. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI().toString());
      if (!gate.await(30, TimeUnit.SECONDS)) {
        return;
      }
      boolean here = only == null || exchange.getRequestURI().getPath().endsWith(only);
      byte[] bytes = (here ? body : "<h1>Nothing</h1>").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", here ? type : "text/html");
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(here ? status : 404, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
