package dev.hark.safety;

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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Stands between client and hub, and kills at a chosen moment of a chosen call. */
final class Gate implements AutoCloseable {
  private static final List<String> HEADERS =
      List.of("Authorization", "Idempotency-Key", "Content-Type");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient forward =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
  private volatile URI hub;

  Gate(URI hub) {
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

  /** When the killing is done. */
  enum Moment {
    /** The request has come and was not passed on. */
    BEFORE,
    /** The request was passed on, and the hub is somewhere in its work. */
    DURING,
    /** The hub has answered, and nothing of that was delivered. */
    AFTER,
    /** Half of the answer was delivered. */
    HALF
  }

  private record Trap(
      String call, Moment moment, Duration delay, Runnable kill, CountDownLatch sprung) {}

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void leadsTo(URI other) {
    hub = other;
  }

  /** Kills once, at the next call whose method and path fit. */
  void trap(String call, Moment moment, Runnable kill) {
    trap(call, moment, Duration.ZERO, kill);
  }

  /**
   * @param delay from passing the request on to the kill, for {@link Moment#DURING}
   */
  void trap(String call, Moment moment, Duration delay, Runnable kill) {
    trap.set(new Trap(call, moment, delay, kill, new CountDownLatch(1)));
  }

  /** Waits until the trap that was set last has killed. */
  void awaitKill() {
    Trap set = trap.get();
    try {
      if (set == null || !set.sprung().await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing was killed");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    trap.set(null);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Trap set = trap.get();
      String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      boolean here = set != null && set.sprung().getCount() > 0 && call.matches(set.call());
      if (set == null || !here) {
        deliver(exchange, passOn(exchange, body));
        return;
      }
      switch (set.moment()) {
        case BEFORE -> spring(set);
        case DURING -> {
          Thread killer = Thread.ofPlatform().start(() -> springLater(set));
          HttpResponse<byte[]> response = passOn(exchange, body);
          join(killer);
          deliver(exchange, response);
        }
        case AFTER -> {
          passOn(exchange, body);
          spring(set);
        }
        case HALF -> {
          half(exchange, passOn(exchange, body));
          spring(set);
        }
      }
    }
  }

  private static void spring(Trap set) {
    set.kill().run();
    set.sprung().countDown();
  }

  private static void springLater(Trap set) {
    LockSupport.parkNanos(set.delay().toNanos());
    spring(set);
  }

  private static void join(Thread killer) {
    try {
      killer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<byte[]> passOn(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hub.resolve(exchange.getRequestURI().toString()))
            .timeout(Duration.ofSeconds(20))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (String name : HEADERS) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    try {
      return forward.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void deliver(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    begin(exchange, response);
    exchange.getResponseBody().write(response.body());
  }

  private static void half(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    begin(exchange, response);
    byte[] body = response.body();
    exchange.getResponseBody().write(Arrays.copyOf(body, body.length / 2));
    exchange.getResponseBody().flush();
  }

  private static void begin(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    int length = response.body().length;
    exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    forward.shutdownNow();
  }
}
