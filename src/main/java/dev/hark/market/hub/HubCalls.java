package dev.hark.market.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.fault.Sentence;
import dev.hark.wire.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls to one hub with one token. A call that may be repeated is repeated a few times where the
 * hub stumbles, within a bound; every other trouble becomes a fault at once. Safe for use by
 * several threads; its threads do not keep a program alive.
 */
final class HubCalls implements AutoCloseable {
  private static final Duration TO_CONNECT = Duration.ofSeconds(2);
  private static final int TRIES = 3;
  private static final Duration TRYING = Duration.ofSeconds(4);

  /** How long a call waits in all where the hub gets too many of them. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How long a hub may take to keep a large file that it has got. */
  private static final Duration TO_KEEP = Duration.ofMinutes(2);

  private static final int MOST_JSON = 16 << 20;
  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl base;
  private final @Nullable String token;
  private final Duration patience;
  private final OkHttpClient client;
  private volatile Consumer<Sentence> notices = nothing -> {};

  /**
   * @param address such as {@code http://127.0.0.1:8080}
   * @param token absent for calls that need none
   * @param patience longest time for one call
   */
  HubCalls(String address, @Nullable String token, Duration patience) {
    HttpUrl parsed = HttpUrl.parse(address.strip());
    if (parsed == null) {
      throw new Fault.Usage(Sentence.of("market.bad-address", PlainText.line(address, 200)));
    }
    this.base = parsed.newBuilder().query(null).fragment(null).build();
    this.token = token;
    this.patience = patience;
    this.client = client(base, patience);
  }

  /** Has somebody told while a call waits because the hub asks for it. */
  void tell(Consumer<Sentence> listener) {
    notices = listener;
  }

  private static OkHttpClient client(HttpUrl base, Duration patience) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(TO_CONNECT)
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience)
            .connectionPool(new ConnectionPool(2, 30, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .fastFallback(false)
            .followRedirects(false);
    if (!base.isHttps()) {
      // Without TLS among the connections, no trust store is read: that is a third of the start.
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
    }
    if (isLoopback(base.host())) {
      builder.proxy(Proxy.NO_PROXY);
    }
    return builder.build();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /** The address of something on this hub: {@code /api/v1/} and the pieces, each one escaped. */
  HttpUrl.Builder address(String... pieces) {
    HttpUrl.Builder url = base.newBuilder().addPathSegments("api/v1");
    for (String piece : pieces) {
      url.addPathSegment(piece);
    }
    return url;
  }

  JsonNode get(HttpUrl url) {
    return json(new Request.Builder().url(url).build(), true);
  }

  /**
   * @param key idempotency key, absent where the call needs none
   * @param repeatable whether the hub does the same call twice with one effect
   */
  JsonNode post(HttpUrl url, @Nullable Object body, @Nullable String key, boolean repeatable) {
    Request.Builder request = new Request.Builder().url(url).post(body(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return json(request.build(), repeatable);
  }

  JsonNode postBytes(HttpUrl url, byte[] bytes, String type) {
    RequestBody body = RequestBody.create(bytes, MediaType.parse(type));
    // What is kept twice is there twice, and does no harm.
    return json(new Request.Builder().url(url).post(body).build(), true);
  }

  /** The same, of a file of any size. */
  JsonNode postFile(HttpUrl url, Path file, String type) {
    FileBody body = new FileBody(file, type, this::tell);
    return json(body.expecting(new Request.Builder().url(url).post(body)).build(), true);
  }

  JsonNode put(HttpUrl url, Object body) {
    return json(new Request.Builder().url(url).put(body(body)).build(), true);
  }

  /** Takes away; doing it again does nothing. */
  void delete(HttpUrl url) {
    expectSuccess(reply(new Request.Builder().url(url).delete().build(), true, MOST_JSON));
  }

  /** The bytes of a file; more than {@code limit} is refused without reading on. */
  byte[] bytes(HttpUrl url, int limit) {
    Reply reply = reply(new Request.Builder().url(url).build(), true, limit);
    if (reply.tooLong()) {
      throw new Fault.BadFile(Sentence.of("market.medium-too-large", limit >> 20), null);
    }
    return expectSuccess(reply).body();
  }

  /** Longest time in which a stream says nothing at all. */
  private static final Duration STREAM_SILENCE = Duration.ofSeconds(20);

  /** An answer that goes on; whoever opens it closes it. */
  record Stream(Response response) implements AutoCloseable {
    BufferedSource source() {
      return response.body().source();
    }

    @Override
    public void close() {
      response.close();
    }
  }

  /**
   * Opens a stream of events.
   *
   * @param from id of the last one that was had
   */
  Stream stream(HttpUrl url, String from) throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", from);
    Response response = open(request, STREAM_SILENCE);
    String type = response.header("Content-Type", "");
    if (response.code() == 200 && type.startsWith("text/event-stream")) {
      return new Stream(response);
    }
    try (response) {
      Reply reply = reply(response);
      throw response.isSuccessful()
          ? nonsense(new IOException(reply.describe(response.request())))
          : Problems.fault(reply, name());
    }
  }

  /**
   * Opens an answer that is read as it comes, however long that takes. Whoever opens it closes it.
   *
   * @param silence longest time in which nothing comes
   */
  Response open(Request.Builder request, Duration silence) throws IOException {
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return patient(silence).newCall(request.build()).execute();
  }

  private OkHttpClient patient(Duration silence) {
    return client.newBuilder().callTimeout(Duration.ZERO).readTimeout(silence).build();
  }

  /** What a hub said, where that is no more than a document. */
  Reply reply(Response response) throws IOException {
    return reply(response, MOST_JSON);
  }

  private static Reply reply(Response response, int limit) throws IOException {
    BufferedSource source = response.body().source();
    boolean tooLong = source.request(limit + 1L);
    return new Reply(
        response.code(),
        response.header("Content-Type", ""),
        tooLong ? new byte[0] : source.readByteArray(),
        tooLong,
        retryAfter(response.header("Retry-After")));
  }

  /** Says that a call waits, and why. */
  void tell(Sentence why) {
    notices.accept(why);
  }

  /** Ends calls that go on. */
  void cancel() {
    client.dispatcher().cancelAll();
  }

  /** The sentence's name for this hub: its host, unless it is this very machine. */
  Sentence name() {
    return isLoopback(base.host())
        ? Sentence.of("market.hub")
        : Sentence.of("market.hub-at", base.host());
  }

  Fault.HubDown nonsense(@Nullable Throwable cause) {
    return new Fault.HubDown(Sentence.of("market.nonsense", name()), cause);
  }

  @Override
  public void close() {
    client.connectionPool().evictAll();
  }

  private static RequestBody body(@Nullable Object json) {
    try {
      return json == null
          ? RequestBody.create(new byte[0], JSON)
          : RequestBody.create(Json.MAPPER.writeValueAsBytes(json), JSON);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the hub says, as the bytes of JSON that nobody has read yet. */
  byte[] getBytes(HttpUrl url) {
    return bytes(new Request.Builder().url(url).build(), true);
  }

  private JsonNode json(Request request, boolean repeatable) {
    byte[] bytes = bytes(request, repeatable);
    try {
      return bytes.length == 0 ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw nonsense(e);
    }
  }

  /** Empty where there is nothing to say. */
  private byte[] bytes(Request request, boolean repeatable) {
    Reply reply = expectSuccess(reply(request, repeatable, MOST_JSON));
    if (reply.status() == 204) {
      return new byte[0];
    }
    if (reply.tooLong()
        || reply.body().length == 0
        || !reply.type().startsWith("application/json")) {
      throw nonsense(new IOException(reply.describe(request)));
    }
    return reply.body();
  }

  private Reply expectSuccess(Reply reply) {
    if (reply.status() >= 200 && reply.status() < 300) {
      return reply;
    }
    throw Problems.fault(reply, name());
  }

  private Reply reply(Request request, boolean repeatable, int limit) {
    long start = System.nanoTime();
    Duration waited = Duration.ZERO;
    for (int attempt = 1; ; attempt++) {
      boolean last =
          !repeatable || attempt == TRIES || System.nanoTime() - start > TRYING.toNanos();
      try {
        Reply reply = once(request, limit);
        if (reply.status() == 429) {
          // Nothing was done, so that any call may be made again, when the hub says so.
          Duration wait = reply.wait(waited);
          if (wait.isZero() || attempt == TRIES) {
            return reply;
          }
          waited = waited.plus(wait);
          notices.accept(Sentence.of("market.asked-to-wait", name(), wait));
          LockSupport.parkNanos(wait.toNanos());
          continue;
        }
        if (last || !reply.isStumble()) {
          return reply;
        }
        pause(attempt, reply.retryAfter());
      } catch (InterruptedIOException e) {
        throw new Fault.HubDown(Sentence.of("market.slow", name(), patience), e);
      } catch (ConnectException e) {
        throw noAnswer(e);
      } catch (IOException e) {
        if (last) {
          throw noAnswer(e);
        }
        pause(attempt, 0);
      }
    }
  }

  Fault.HubDown noAnswer(IOException cause) {
    return new Fault.HubDown(Sentence.of("market.no-answer", name()), cause);
  }

  private Reply once(Request request, int limit) throws IOException {
    Request.Builder signed = request.newBuilder().header("Accept", "*/*");
    if (token != null) {
      signed.header("Authorization", "Bearer " + token);
    }
    boolean large = request.body() instanceof FileBody;
    OkHttpClient caller = large ? patient(TO_KEEP) : client;
    try (Response response = caller.newCall(signed.build()).execute()) {
      return reply(response, limit);
    }
  }

  private static int retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,4}") ? Integer.parseInt(header) : 0;
  }

  static void pause(int attempt, int seconds) {
    long millis = 100L << attempt;
    long jitter = ThreadLocalRandom.current().nextLong(millis / 2);
    long asked = Math.min(Duration.ofSeconds(seconds).toMillis(), 2000);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.max(millis + jitter, asked)));
  }

  /**
   * What a hub said.
   *
   * @param retryAfter seconds, 0 where it named none
   */
  record Reply(int status, String type, byte[] body, boolean tooLong, int retryAfter) {
    boolean isStumble() {
      return status >= 500 && status != Refusal.NO_ROOM.status();
    }

    /** How long to wait as the hub asks; zero where that is longer than a person should. */
    Duration wait(Duration waited) {
      Duration asked = Duration.ofSeconds(Math.max(1, retryAfter));
      return waited.plus(asked).compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : asked;
    }

    String describe(Request request) {
      return request.method() + " " + request.url() + ": " + status + " " + type;
    }
  }
}
