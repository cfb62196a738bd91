package dev.hark.market.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import dev.hark.wire.Json;
import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Calls to a source of ratings. Follows no redirect, since that is how a login begins; sends
 * nothing but ids; takes at most four megabytes. Asking again is left to whoever asks.
 */
final class SourceCalls implements AutoCloseable {
  private static final Duration TO_CONNECT = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 4 << 20;

  private final HttpUrl base;
  private final OkHttpClient client;

  /**
   * @param address https, or http on this computer
   * @param patience longest time for one call
   */
  SourceCalls(String address, Duration patience) {
    this.base = parsed(address);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(TO_CONNECT)
            .readTimeout(patience)
            .callTimeout(patience)
            .connectionPool(new ConnectionPool(1, 30, TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false);
    if (!base.isHttps()) {
      builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)).proxy(Proxy.NO_PROXY);
    }
    this.client = builder.build();
  }

  /**
   * Such an address, read.
   *
   * @throws Fault.Usage where it is none, or would send over the network what others can read
   */
  static HttpUrl parsed(String address) {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null || !(url.isHttps() || isLoopback(url.host()))) {
      throw new Fault.Usage(Sentence.of("ratings.bad-address", address));
    }
    return url.newBuilder().query(null).fragment(null).build();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  /** The address of something there. */
  HttpUrl.Builder address(String... pieces) {
    HttpUrl.Builder url = base.newBuilder();
    for (String piece : pieces) {
      url.addPathSegment(piece);
    }
    return url;
  }

  /** Those ids that can stand in a list between commas. */
  static List<String> listable(List<String> ids) {
    return ids.stream().filter(id -> !id.contains(",")).toList();
  }

  /**
   * The JSON that a list of ids is answered with.
   *
   * @param ids all {@link #listable}
   */
  JsonNode get(HttpUrl.Builder url, String parameter, List<String> ids) throws NoAnswer {
    return get(url.addQueryParameter(parameter, String.join(",", ids)).build());
  }

  /** The JSON at an address. */
  JsonNode get(HttpUrl url) throws NoAnswer {
    Request request = new Request.Builder().url(url).header("Accept", "application/json").build();
    try (Response response = client.newCall(request).execute()) {
      int status = response.code();
      if (status == 429 || status == 503) {
        Duration asked = retryAfter(response.header("Retry-After"));
        throw asked.isZero() && status == 503
            ? NoAnswer.down("status 503", null)
            : NoAnswer.slower(asked);
      }
      if (status >= 500 || status == 401 || status == 403) {
        throw NoAnswer.down("status " + status + " " + response.message(), null);
      }
      if (status != 200) {
        throw NoAnswer.stranger("status " + status + " " + response.message(), null);
      }
      BufferedSource source = response.body().source();
      if (source.request(MOST_BYTES + 1L)) {
        throw NoAnswer.stranger("more than " + MOST_BYTES + " bytes", null);
      }
      return json(source.readByteArray(), response.header("Content-Type"));
    } catch (IOException e) {
      throw NoAnswer.down("not reached", e);
    }
  }

  private static JsonNode json(byte[] bytes, @Nullable String type) throws NoAnswer {
    try {
      JsonNode json = Json.MAPPER.readTree(bytes);
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw NoAnswer.stranger("no JSON but " + type, e);
    }
    throw NoAnswer.stranger("no object", null);
  }

  /** Seconds only; where a time of day stands there, the usual pause does. */
  private static Duration retryAfter(@Nullable String header) {
    return header != null && header.strip().matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header.strip()))
        : Duration.ZERO;
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }
}
