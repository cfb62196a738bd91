package dev.hark.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A way to a hub that loses the answers to some calls, which the hub has done, and asks to wait
 * before others.
 */
final class LossyHub implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of("Authorization", "Idempotency-Key", "Content-Type");

  private final URI hub;
  private final HttpServer server;
  private final HttpClient forward = HttpClient.newHttpClient();
  private volatile String loses = "";
  private final AtomicInteger lost = new AtomicInteger();
  private volatile String waits = "";

  LossyHub(URI hub) {
    this.hub = hub;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on the answers to this are lost, such as {@code POST /api/v1/media}; "" for none. */
  void loses(String call) {
    loses = call;
  }

  /** The next call of this kind is asked to wait two seconds first. */
  void asksToWaitBefore(String call) {
    waits = call;
  }

  /** How many answers were lost. */
  int lost() {
    return lost.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (waits.equals(call)) {
        waits = "";
        exchange.getResponseHeaders().set("Retry-After", "2");
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(hub.resolve(exchange.getRequestURI().toString()))
              .method(
                  exchange.getRequestMethod(),
                  HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
      for (String name : HEADERS) {
        String value = exchange.getRequestHeaders().getFirst(name);
        if (value != null) {
          request.header(name, value);
        }
      }
      HttpResponse<byte[]> answer =
          forward.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (loses.equals(call)) {
        lost.incrementAndGet();
        return;
      }
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    forward.shutdownNow();
  }
}
