package dev.hark.hub.event;

import dev.hark.fault.Fault;
import dev.hark.hub.store.StoreException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls webhooks: one call at a time to each from each hub, to {@value #AT_ONCE} at a time. A call
 * that a killed hub was making is made again, with the same id, once its lease is over. Whoever
 * starts it closes it.
 */
final class Courier implements AutoCloseable {
  static final int AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration BETWEEN_PRUNES = Duration.ofMinutes(1);
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(15);
  private static final MediaType JSON = MediaType.get("application/json");

  private final Deliveries deliveries;
  private final Reach reach;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Semaphore stop = new Semaphore(0);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable OkHttpClient client;
  private long pruned = System.nanoTime();

  Courier(Deliveries deliveries, Reach reach) {
    this.deliveries = deliveries;
    this.reach = reach;
    this.thread = Thread.ofPlatform().daemon().name("hub-webhooks").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        try {
          look();
        } catch (StoreException | Fault e) {
          // The database may be away for a while; the next look is soon.
          LOG.warn("webhooks cannot be looked at", e);
        }
      } while (!stop.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  private void look() throws InterruptedException {
    for (String webhook : deliveries.due(AT_ONCE * 4)) {
      if (!closed && busy.add(webhook)) {
        free.acquire();
        threads.execute(() -> serve(webhook));
      }
    }
    if (System.nanoTime() - pruned > BETWEEN_PRUNES.toNanos()) {
      pruned = System.nanoTime();
      deliveries.prune();
    }
  }

  /** Makes all calls to a webhook that can be made now. */
  private void serve(String webhook) {
    try {
      Optional<Deliveries.Call> call = deliveries.take(webhook);
      while (call.isPresent() && !closed) {
        Deliveries.Outcome outcome = make(call.get());
        if (closed && !outcome.succeeded()) {
          // The call was cut short by this hub itself; another one makes it.
          return;
        }
        deliveries.done(call.get(), outcome);
        call = deliveries.take(webhook);
      }
    } catch (StoreException | Fault e) {
      if (!closed) {
        LOG.warn("a webhook cannot be called", e);
      }
    } finally {
      busy.remove(webhook);
      free.release();
    }
  }

  private Deliveries.Outcome make(Deliveries.Call call) {
    String signature = Signature.of(call.secret(), call.id(), call.at(), call.body());
    if (call.oldSecret().isPresent()) {
      signature += " " + Signature.of(call.oldSecret().get(), call.id(), call.at(), call.body());
    }
    try {
      Request request =
          new Request.Builder()
              .url(call.url())
              .header("User-Agent", "Hark-Hub")
              .header("webhook-id", call.id())
              .header("webhook-timestamp", Long.toString(call.at().getEpochSecond()))
              .header("webhook-signature", signature)
              .post(RequestBody.create(call.body(), JSON))
              .build();
      try (Response response = client().newCall(request).execute()) {
        return new Deliveries.Outcome(response.code(), response.isSuccessful() ? "" : "status");
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Deliveries.Outcome(0, fault(e));
    }
  }

  private static String fault(Exception thrown) {
    if (isRefused(thrown) || thrown instanceof IllegalArgumentException) {
      return "address";
    }
    return switch (thrown) {
      case InterruptedIOException slow -> "slow";
      case SSLException tls -> "tls";
      default -> "connect";
    };
  }

  private static boolean isRefused(Throwable thrown) {
    return thrown instanceof Reach.Refused
        || (thrown.getCause() != null && isRefused(thrown.getCause()))
        || Arrays.stream(thrown.getSuppressed()).anyMatch(Courier::isRefused);
  }

  /** Made at the first call: most hubs never make one. */
  private synchronized OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      made =
          new OkHttpClient.Builder()
              .connectTimeout(TO_CONNECT)
              .readTimeout(TO_ANSWER)
              .writeTimeout(TO_ANSWER)
              .callTimeout(TO_ANSWER)
              .followRedirects(false)
              .followSslRedirects(false)
              .proxy(Proxy.NO_PROXY)
              .fastFallback(false)
              .socketFactory(reach.sockets())
              .protocols(List.of(Protocol.HTTP_1_1))
              .connectionPool(new ConnectionPool(AT_ONCE, 30, TimeUnit.SECONDS))
              .build();
      client = made;
    }
    return made;
  }

  @Override
  public void close() {
    closed = true;
    stop.release();
    thread.interrupt();
    synchronized (this) {
      if (client != null) {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
      }
    }
    threads.shutdown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("a call to a webhook did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
