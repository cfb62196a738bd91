package dev.hark.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes requests to every operation of a document, half right and half wrong. */
final class FuzzRequests {
  private final URI hub;
  private final JsonNode document;
  private final Random random;
  private final FuzzWords words;
  private final List<String> tokens;
  private final List<String> ids;
  private final List<String> operations;

  /**
   * @param tokens of callers of all kinds
   * @param ids of things that are there
   */
  FuzzRequests(URI hub, JsonNode document, Random random, List<String> tokens, List<String> ids) {
    this.hub = hub;
    this.document = document;
    this.random = random;
    this.words = new FuzzWords(random);
    this.tokens = tokens;
    this.ids = ids;
    // A stream that begins has no end; its beginning is tried elsewhere.
    this.operations =
        new Described(document)
            .operations().stream().filter(name -> !name.endsWith("/events/stream")).toList();
  }

  /** The next request, to the operation that comes next. */
  HttpRequest next(int number) {
    String operation = operations.get(number % operations.size());
    String[] parts = operation.split(" ", 2);
    JsonNode node = document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
    StringBuilder path = new StringBuilder(parts[1].replaceAll("\\{[a-z-]+}", "{}"));
    for (int at = path.indexOf("{}"); at >= 0; at = path.indexOf("{}", at + 1)) {
      path.replace(at, at + 2, encoded(random.nextInt(5) > 0 ? words.pick(ids) : words.nasty()));
    }
    HttpRequest.Builder request = HttpRequest.newBuilder();
    List<String> query = new ArrayList<>();
    for (JsonNode reference : node.path("parameters")) {
      JsonNode parameter = resolve(reference);
      String name = parameter.get("name").asText();
      if (random.nextInt(3) == 0) {
        continue;
      }
      String value = value(name, parameter);
      switch (parameter.get("in").asText()) {
        case "query" -> query.add(name + "=" + encoded(value));
        case "header" -> header(request, name, value);
        default -> {}
      }
    }
    request.uri(
        hub.resolve("/api/v1" + path + (query.isEmpty() ? "" : "?" + String.join("&", query))));
    if (random.nextInt(12) > 0) {
      header(request, "Authorization", "Bearer " + words.pick(tokens));
    } else {
      header(request, "Authorization", words.nasty());
    }
    body(request, parts[0], node.path("requestBody").path("content"));
    return request.timeout(Duration.ofSeconds(30)).build();
  }

  private String value(String name, JsonNode parameter) {
    if (name.equals("wait")) {
      return words.pick(List.of("0", "-1", "31", "x"));
    }
    return switch (random.nextInt(4)) {
      case 0 -> words.nasty();
      case 1 -> Integer.toString(random.nextInt(-2, 1_003));
      default ->
          name.equals("Idempotency-Key")
              ? "k" + random.nextInt(40)
              : parameter.path("schema").path("enum").path(0).asText("1");
    };
  }

  private static void header(HttpRequest.Builder request, String name, String value) {
    try {
      request.header(name, value);
    } catch (IllegalArgumentException e) {
      // This client refuses to send it; a raw connection tries it elsewhere.
    }
  }

  private void body(HttpRequest.Builder request, String method, JsonNode content) {
    JsonNode json = content.path("application/json");
    if (!json.isMissingNode()) {
      header(request, "Content-Type", "application/json");
      request.method(method, BodyPublishers.ofByteArray(words.body(json.get("example"))));
    } else if (!content.isEmpty()) {
      List<String> types = new ArrayList<>(List.of("text/html", "application/json", "nonsense"));
      content.fieldNames().forEachRemaining(types::add);
      header(request, "Content-Type", words.pick(types));
      request.method(method, BodyPublishers.ofByteArray(bytes()));
    } else {
      request.method(method, BodyPublishers.noBody());
    }
  }

  /** A file that may be empty, begin like a sound, or be nothing at all. */
  private byte[] bytes() {
    byte[] bytes = new byte[words.pick(List.of(0, 1, 11, 44, 45, 4_000, 300_000))];
    random.nextBytes(bytes);
    byte[] start =
        words
            .pick(List.of("RIFF\u0000\u0001", "<svg onload=alert(1)>", "fLaC", "OggS", ""))
            .getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
    return bytes;
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.get("$ref");
    return reference == null ? node : document.at(reference.asText().substring(1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
