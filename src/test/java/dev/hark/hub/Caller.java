package dev.hark.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.hub.store.Ids;
import dev.hark.wire.Json;
import dev.hark.wire.ProblemJson;
import dev.hark.wire.TokenJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who talks to a hub over HTTP. */
final class Caller {
  /** Everything that any caller was answered, so that a test can hold it against the document. */
  static final List<Answered> ALL = new CopyOnWriteArrayList<>();

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final URI base;
  private final String id;
  private final String token;

  Caller(URI hub, String id, String token) {
    this.base = hub;
    this.id = id;
    this.token = token;
  }

  /** What was asked and answered. */
  record Answered(String method, String path, int status, String type, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return Json.MAPPER.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    <T> T as(Class<T> type) {
      if (status >= 400) {
        throw new AssertionError(method + " " + path + ": " + status + " " + text());
      }
      try {
        return Json.MAPPER.readValue(body, type);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The refusal's code; fails where this is none. */
    String refusal() {
      if (!type.equals("application/problem+json")) {
        throw new AssertionError(method + " " + path + ": " + status + " " + text());
      }
      try {
        return Json.MAPPER.readValue(body, ProblemJson.class).code();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  /** The same person with another token. */
  Caller with(TokenJson other) {
    return new Caller(base, id, Objects.requireNonNull(other.token()));
  }

  Answered get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "", Optional.empty());
  }

  /** The items of a page. */
  <T> List<T> items(String path, Class<T> type) {
    List<T> items = new ArrayList<>();
    for (JsonNode item : get(path).json().get("items")) {
      items.add(Json.MAPPER.convertValue(item, type));
    }
    return items;
  }

  Answered delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody(), "", Optional.empty());
  }

  Answered post(String path) {
    return send("POST", path, BodyPublishers.noBody(), "", Optional.empty());
  }

  /** Posting a group needs a key: here it is another one each time. */
  Answered post(String path, Object body) {
    return send(
        "POST",
        path,
        json(body),
        "application/json",
        path.equals("/task-groups") ? Optional.of(Ids.next()) : Optional.empty());
  }

  /** As a client would that has no keys. */
  Answered postKeyless(String path, Object body) {
    return send("POST", path, json(body), "application/json", Optional.empty());
  }

  Answered post(String path, String key, Object body) {
    return send("POST", path, json(body), "application/json", Optional.of(key));
  }

  Answered postKey(String path, String key) {
    return send("POST", path, BodyPublishers.noBody(), "", Optional.of(key));
  }

  Answered put(String path, Object body) {
    return send("PUT", path, json(body), "application/json", Optional.empty());
  }

  Answered upload(String path, String type, byte[] bytes) {
    return send("POST", path, BodyPublishers.ofByteArray(bytes), type, Optional.empty());
  }

  /** An answer that goes on; whoever asks for it closes it. */
  EventReader stream(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/v1" + path))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      String type = response.headers().firstValue("Content-Type").orElse("");
      ALL.add(
          new Answered(
              "GET", path.replaceAll("\\?.*", ""), response.statusCode(), type, new byte[0]));
      return new EventReader(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Answered patch(String path, byte[] bytes) {
    return send(
        "PATCH",
        path,
        BodyPublishers.ofByteArray(bytes),
        "application/octet-stream",
        Optional.empty());
  }

  private static BodyPublisher json(Object body) {
    try {
      return body instanceof String text
          ? BodyPublishers.ofString(text)
          : BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answered send(
      String method, String path, BodyPublisher body, String type, Optional<String> key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/v1" + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    key.ifPresent(some -> request.header("Idempotency-Key", some));
    try {
      HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
      Answered answered =
          new Answered(
              method,
              path.replaceAll("\\?.*", ""),
              response.statusCode(),
              response.headers().firstValue("Content-Type").orElse(""),
              response.body());
      ALL.add(answered);
      return answered;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
