package dev.hark.watch;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/** A way to a hub that says something else than the hub, or loses what it says. */
final class Between implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of("Authorization", "Idempotency-Key", "Content-Type");

  /**
   * What is said in the hub's place.
   *
   * @param retryAfter 0 for none
   */
  record Says(int status, String type, String body, int retryAfter) {
    static final Says LOGIN =
        new Says(200, "text/html", "<html><form>Please log in</form></html>", 0);
    static final Says NOT_THERE = new Says(404, "text/plain", "no such page", 0);

    static Says tooMany(int seconds) {
      return new Says(429, "text/plain", "slow down", seconds);
    }
  }

  private final URI hub;
  private final HttpServer server;
  private final HttpClient forward = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private volatile Function<String, Optional<Says>> instead = call -> Optional.empty();
  private volatile Predicate<String> loses = call -> false;

  Between(URI hub) {
    this.hub = hub;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says this to calls such as {@code GET /api/v1/events}, in the place of the hub. */
  void says(Says what, String... to) {
    instead = call -> Optional.of(what).filter(_ -> begins(call, to));
  }

  /** The hub does these calls, and nobody hears of it. */
  void loses(String... these) {
    loses = call -> begins(call, these);
  }

  private static boolean begins(String call, String... with) {
    for (String start : with) {
      if (call.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** Waits until one more call that begins so has come than there were. */
  void awaitCall(String start, int before) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (calls(start).size() <= before) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("nobody asks " + start + ": " + calls);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /** Calls so far that begin so. */
  List<String> calls(String start) {
    List<String> found = new ArrayList<>(calls);
    found.removeIf(call -> !call.startsWith(start));
    return found;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    calls.add(call);
    try (exchange) {
      // What never ends cannot be forwarded whole: a client asks again and again then.
      Optional<Says> other =
          call.endsWith("/events/stream")
              ? Optional.of(new Says(502, "text/plain", "no streams here", 0))
              : instead.apply(call);
      if (other.isPresent()) {
        send(exchange, other.get());
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
      HttpResponse<String> answer =
          forward.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (!loses.test(call)) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        send(exchange, new Says(answer.statusCode(), type, answer.body(), 0));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Says what) throws IOException {
    byte[] body = what.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", what.type());
    if (what.retryAfter() > 0) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(what.retryAfter()));
    }
    exchange.sendResponseHeaders(what.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    forward.shutdownNow();
  }
}
