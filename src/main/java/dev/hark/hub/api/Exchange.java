package dev.hark.hub.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.gate.PacedBody;
import dev.hark.hub.media.KeptFile;
import dev.hark.hub.store.Slice;
import dev.hark.wire.Json;
import dev.hark.wire.Page;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** One request and its answer, with what all routes ask of them. */
final class Exchange {
  /** Largest JSON body where a route says nothing else. */
  static final int BODY_LIMIT = 1 << 20;

  private static final int KEY_LIMIT = 200;
  private static final int DEFAULT_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;
  private static final String BEARER = "Bearer ";

  private final Context context;
  private final Door door;
  private @Nullable Caller known;

  Exchange(Context context, Door door) {
    this.context = context;
    this.door = door;
  }

  /**
   * Who asks.
   *
   * @throws Fault.Refused with {@link Refusal#UNAUTHENTICATED} without a good token, {@link
   *     Refusal#TOKEN_EXPIRED}, {@link Refusal#ACCOUNT_CLOSED}
   */
  Caller caller() {
    if (known == null) {
      known = door.caller(context, token(), context.method().equals(HandlerType.GET));
    }
    return known;
  }

  /**
   * Looks again whether the token is good, as this request goes on for long.
   *
   * @throws Fault.Refused as {@link #caller} throws
   */
  void requireStillGood() {
    door.requireStillGood(token());
  }

  /** Lets a page of any other address read the answer in a browser, whatever it will be. */
  void readByAnyPage() {
    allowAnyPage(context);
  }

  static void allowAnyPage(Context context) {
    context.header("Access-Control-Allow-Origin", "*");
  }

  /** Whether somebody says who they are, rightly or not. */
  boolean hasToken() {
    return context.header("Authorization") != null;
  }

  private String token() {
    String header = context.header("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw new Fault.Refused(Refusal.UNAUTHENTICATED);
    }
    return header.substring(BEARER.length()).strip();
  }

  String path(String name) {
    String value = context.pathParam(name);
    if (!Keepable.is(value)) {
      throw new Fault.Refused(Refusal.NOT_FOUND, name);
    }
    return value;
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name))
        .filter(value -> !value.isEmpty())
        .map(value -> keepable(name, value));
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name))
        .filter(value -> !value.isEmpty())
        .map(value -> keepable(name, value));
  }

  private static String keepable(String name, String value) {
    if (!Keepable.is(value)) {
      throw invalid(name + ": without NUL and without half characters");
    }
    return value;
  }

  Optional<String> cursor() {
    return query("cursor");
  }

  int limit() {
    int limit;
    try {
      limit = Integer.parseInt(query("limit").orElse(Integer.toString(DEFAULT_PAGE)));
    } catch (NumberFormatException e) {
      limit = 0;
    }
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw invalid("limit: 1 to " + LARGEST_PAGE);
    }
    return limit;
  }

  Optional<String> optionalKey() {
    Optional<String> key =
        Optional.ofNullable(context.header("Idempotency-Key")).map(String::strip);
    if (key.filter(some -> some.isEmpty() || some.length() > KEY_LIMIT).isPresent()) {
      throw invalid("Idempotency-Key: 1 to " + KEY_LIMIT + " characters");
    }
    return key;
  }

  /** The idempotency key, which this route cannot do without. */
  String key() {
    return optionalKey()
        .orElseThrow(() -> invalid("Idempotency-Key: a header that is yours alone"));
  }

  /** In lower case, without parameters; the several names of WAV are one. */
  String contentType() {
    String header = context.contentType();
    String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("audio/x-wav") || type.equals("audio/wave") ? "audio/wav" : type;
  }

  <T> T body(Class<T> type) {
    return body(type, BODY_LIMIT);
  }

  /** Reads a JSON body; where there is none, an empty object. */
  <T> T optionalBody(Class<T> type) {
    return read(type, bytes(BODY_LIMIT), true);
  }

  /**
   * Reads a JSON body.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} for nonsense, {@link Refusal#TOO_LARGE}
   */
  <T> T body(Class<T> type, int limit) {
    return read(type, bytes(limit), false);
  }

  private static <T> T read(Class<T> type, byte[] bytes, boolean mayLack) {
    try {
      JsonNode json =
          mayLack && bytes.length == 0
              ? Json.MAPPER.createObjectNode()
              : Json.MAPPER.readTree(bytes);
      if (json == null || !json.isObject()) {
        throw invalid("body: a JSON object");
      }
      if (!Keepable.is(json)) {
        throw invalid("body: texts without NUL and without half characters");
      }
      return Json.MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw invalid("body: " + place(e) + "JSON as /api/v1/openapi.json describes it");
    } catch (IOException e) {
      throw invalid("body: JSON in UTF-8");
    }
  }

  private static String place(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping
            && !mapping.getPath().isEmpty()
            && mapping.getPath().getLast().getFieldName() != null
        ? "at " + mapping.getPath().getLast().getFieldName() + ", "
        : "";
  }

  /** Reads the body, and no more of it than is allowed. */
  byte[] bytes(int limit) {
    try {
      return stream(limit).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The body, of which no more is read than is allowed, and which must not come too slowly. Reading
   * it throws what {@link PacedBody#read(byte[], int, int)} throws.
   */
  PacedBody stream(long limit) {
    return door.body(context, limit);
  }

  /** How many bytes the body is said to have; 0 where that is not said. */
  long announced() {
    return Math.max(0, context.req().getContentLengthLong());
  }

  void json(Object value) {
    json(200, value);
  }

  void json(int status, Object value) {
    context.status(status).contentType("application/json").result(encode(value));
  }

  <T> void page(Slice<T> slice) {
    json(new Page<>(slice.items(), slice.next().orElse(null)));
  }

  void text(String type, String text) {
    context.contentType(type).result(text);
  }

  void nothing() {
    context.status(204);
  }

  /** Bytes that a requester gave: a browser that comes here must neither guess nor run them. */
  void file(String type, byte[] bytes) {
    guard();
    context.contentType(type).result(bytes);
  }

  /** The same, of any size, whole or in the part that was asked for. */
  void file(KeptFile file) {
    guard();
    FileAnswer.send(context, file);
  }

  private void guard() {
    context
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  /**
   * Begins an answer that goes on. What is written to it reaches the caller when it is flushed;
   * writing waits while the caller does not read, and fails where that lasts.
   *
   * @param patience how long a caller may take nothing
   */
  OutputStream stream(String type, Duration patience) throws IOException {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .setIdleTimeout(patience.toMillis());
    context.res().setHeader("Cache-Control", "no-store");
    // A balancer that collects answers before it passes them on would hold everything back.
    context.res().setHeader("X-Accel-Buffering", "no");
    context.res().setContentType(type);
    return context.res().getOutputStream();
  }

  static byte[] encode(@Nullable Object value) {
    try {
      return Json.MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Fault.Refused invalid(String expected) {
    return new Fault.Refused(Refusal.INVALID, expected);
  }
}
