package dev.hark.work;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A market on the network whose requesters wish nobody well: raw JSON, as a real one might send it.
 * What is not hostile in it is one honest group, {@code good}.
 */
final class HostileMarket implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> groups = new LinkedHashMap<>();
  private final Map<String, String> questions = new LinkedHashMap<>();

  HostileMarket() {
    add("escapes", "Loud\\u0007 Ads", "\\u001b[2J\\u001b]0;owned\\u0007Free \\u202eyenom", "en");
    add("huge", "N".repeat(5_000), "word ".repeat(2_000), "en");
    add("tongue", "Babel", "A tongue that nobody has", "!!_no-\\u00e9\\u0000tag");
    add("no-audio", "Noise", "Sound that is no sound", "en");
    questions.put("no-audio", speech("not-audio"));
    add("gone", "Void", "Sound that is not there", "en");
    questions.put("gone", speech("missing"));
    add("hologram", "Future", "A question of no known kind", "en");
    questions.put("hologram", "{\"type\":\"hologram\",\"prompt\":null}");
    groups.put("debt", group("debt", "Debt", "Pay me", "en").replace(":18,", ":-18,"));
    groups.put("mind", group("mind", "Mind", "Read it", "en").replace("TRANSCRIBE", "TELEPATHY"));
    groups.put("bare", "{\"id\":\"bare\"}");
    groups.put("null", "null");
    add("good", "Radio Archive", "Honest work", "en");
    questions.put("good", "{\"type\":\"text\",\"prompt\":\"Say hello.\",\"media\":[]}");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/api/v1/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void add(String id, String requester, String title, String language) {
    groups.put(id, group(id, requester, title, language));
    questions.put(id, speech("not-audio"));
  }

  private static String group(String id, String requester, String title, String language) {
    return """
    {"id":"%s","requester":{"id":"r-%s","name":"%s","decided":3,"approved":2},"title":"%s",
     "kind":"TRANSCRIBE","language":"%s","reward":{"minor":18,"currency":"EUR"},
     "allowedSeconds":360,"available":3,"needs":["HEARING"],"audioSeconds":8.0,"keywords":[]}
    """
        .formatted(id, id, requester, title, language);
  }

  private static String speech(String medium) {
    return """
    {"type":"transcription","prompt":"Write it.\\u001b[2J\\u202e",
     "media":[{"id":"%s","type":"audio/wav","seconds":8}]}
    """
        .formatted(medium);
  }

  private String reply(String call) {
    String[] parts = call.split("/", -1);
    if (call.equals("GET task-groups")) {
      return "{\"items\":[" + String.join(",", groups.values()) + "]}";
    }
    if (call.startsWith("GET task-groups/")) {
      return groups.getOrDefault(parts[1], "");
    }
    if (call.equals("GET assignments")) {
      return "[]";
    }
    if (call.startsWith("POST task-groups/") && call.endsWith("/assignments")) {
      return assignment(parts[1]);
    }
    if (call.startsWith("POST assignments/") && call.endsWith("/return")) {
      return "{}";
    }
    if (call.startsWith("POST assignments/") && call.endsWith("/answer")) {
      return "{\"assignmentId\":\""
          + parts[1]
          + "\",\"state\":\"APPROVED\","
          + "\"submitted\":\"2026-11-23T10:37:00Z\",\"reward\":{\"minor\":18,\"currency\":\"EUR\"}}";
    }
    if (call.endsWith("/reviews")) {
      return "{\"items\":[{\"groupId\":\"good\",\"reviewer\":\"w\",\"marks\":{\"PAY\":99},"
          + "\"termsBroken\":false,\"words\":\"\\u001b[31mPay \\u2066well\\u2069.\","
          + "\"written\":\"2026-11-20T10:00:00Z\"}]}";
    }
    return call.startsWith("GET media/not-audio") ? "This is no recording." : "";
  }

  private String assignment(String group) {
    return """
    {"id":"a-%s","taskId":"t-%s","group":%s,"state":"HELD","accepted":"2026-11-23T10:36:00Z",
     "deadline":"2026-11-23T10:42:00Z","question":%s}
    """
        .formatted(group, group, groups.get(group), questions.get(group));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath().replace("/api/v1/", "");
      String reply = reply(exchange.getRequestMethod() + " " + path);
      byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", path.startsWith("media/") ? "audio/wav" : "application/json");
      exchange.sendResponseHeaders(
          reply.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
