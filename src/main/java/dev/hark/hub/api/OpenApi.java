package dev.hark.hub.api;

import dev.hark.fault.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the interface, put together from the shipped parts, one for each area. */
final class OpenApi {
  private static final String BASE = "base";
  private static final List<String> PARTS =
      List.of(
          "hub",
          "accounts",
          "tasks",
          "posted",
          "jobs",
          "texts",
          "drafts",
          "assignments",
          "media",
          "quality",
          "qualifications",
          "ledger",
          "reviews",
          "imports",
          "events");

  private OpenApi() {}

  /** The document as maps, lists, texts and numbers; not to be changed. */
  static Map<String, Object> document() {
    return Whole.DOCUMENT;
  }

  /** Made when the first caller asks. */
  private static final class Whole {
    static final Map<String, Object> DOCUMENT = whole();
  }

  private static Map<String, Object> whole() {
    Map<String, Object> whole = part(BASE);
    PARTS.forEach(name -> merge(whole, part(name), name));
    Map<String, Object> code =
        map(path(whole, "components", "schemas", "Problem", "properties", "code"));
    code.put("enum", List.of(Refusal.values()).stream().map(Refusal::code).toList());
    map(path(whole, "components", "responses", "Problem")).put("description", table());
    new Examples(whole, map(Objects.requireNonNull(whole.remove("x-examples")))).addAll();
    return whole;
  }

  /** Every code with its status and its sentence, as Markdown. */
  private static String table() {
    StringBuilder table =
        new StringBuilder(
            """
            What was wrong, in one sentence.

            | code | status | sentence |
            | --- | --- | --- |
            """);
    for (Refusal refusal : Refusal.values()) {
      table
          .append("| ")
          .append(refusal.code())
          .append(" | ")
          .append(refusal.status())
          .append(" | ")
          .append(Problems.sentence(refusal))
          .append(" |\n");
    }
    return table.toString();
  }

  private static Map<String, Object> part(String name) {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi/" + name + ".yaml")) {
      Object read =
          new Load(LoadSettings.builder().build())
              .loadFromInputStream(Objects.requireNonNull(in, name));
      // A part that is a comment only is no map.
      return read == null ? Map.of() : map(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what another part says; maps grow together, and nothing is said twice. */
  private static void merge(Map<String, Object> into, Map<String, Object> from, String at) {
    from.forEach(
        (name, value) -> {
          Object there = into.putIfAbsent(name, value);
          if (there instanceof Map<?, ?> && value instanceof Map<?, ?>) {
            merge(map(there), map(value), at + " " + name);
          } else if (there != null) {
            throw new IllegalStateException("openapi: said twice: " + at + " " + name);
          }
        });
  }

  private static Object path(Map<String, Object> from, String... names) {
    Object at = from;
    for (String name : names) {
      at = Objects.requireNonNull(map(at).get(name), name);
    }
    return at;
  }

  /** A mapping of YAML is a map that may grow, with texts as names. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object read) {
    return (Map<String, Object>) read;
  }
}
