package dev.hark.hub.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts an example to every body of the document, made of the examples that stand with the schemas
 * or, by a member's name, in the document's frame: what is written once cannot contradict itself.
 */
final class Examples {
  private static final String TIME = "2026-03-02T09:30:00Z";
  private static final int DEEPEST = 12;

  private final Map<String, Object> document;
  private final Map<String, Object> byName;

  /**
   * @param document gets the examples
   * @param byName values of members that are texts or numbers
   */
  Examples(Map<String, Object> document, Map<String, Object> byName) {
    this.document = document;
    this.byName = byName;
  }

  void addAll() {
    for (Object path : map(document.get("paths")).values()) {
      for (Object operation : map(path).values()) {
        Object asked = map(operation).get("requestBody");
        if (asked != null) {
          add(map(asked));
        }
        map(map(operation).get("responses")).values().forEach(answer -> add(map(answer)));
      }
    }
    add(map(at("#/components/responses/Problem")));
  }

  private void add(Map<String, Object> body) {
    if (!(body.get("content") instanceof Map<?, ?> content)) {
      return;
    }
    for (Object kind : content.values()) {
      Object schema = map(kind).get("schema");
      if (schema != null && !map(kind).containsKey("example")) {
        map(kind).put("example", of("", map(schema), 0));
      }
    }
  }

  private Object of(String name, Map<String, Object> schema, int depth) {
    if (schema.get("$ref") instanceof String reference) {
      String type = reference.substring(reference.lastIndexOf('/') + 1);
      return of(byName.containsKey(name) ? name : type, map(at(reference)), depth);
    }
    if (schema.get("examples") instanceof List<?> examples) {
      return examples.getFirst();
    }
    if (schema.get("enum") instanceof List<?> values) {
      return values.getFirst();
    }
    return switch (String.valueOf(schema.get("type"))) {
      case "object" -> object(schema, depth);
      case "array" -> array(name, schema, depth);
      case "boolean" -> true;
      case "number" -> byName.get(name) instanceof Number number ? number : least(schema);
      case "integer" -> byName.get(name) instanceof Integer whole ? whole : least(schema);
      default ->
          "date-time".equals(schema.get("format"))
              ? TIME
              : byName.getOrDefault(name, name.isEmpty() ? "text" : name);
    };
  }

  private static Object least(Map<String, Object> schema) {
    return Objects.requireNonNullElse(schema.get("minimum"), 1);
  }

  private Map<String, Object> object(Map<String, Object> schema, int depth) {
    Map<String, Object> made = new LinkedHashMap<>();
    if (schema.get("properties") instanceof Map<?, ?> properties && depth < DEEPEST) {
      properties.forEach(
          (name, member) -> made.put((String) name, of((String) name, map(member), depth + 1)));
    }
    return made;
  }

  private List<Object> array(String name, Map<String, Object> schema, int depth) {
    List<Object> made = new ArrayList<>();
    if (schema.get("items") instanceof Map<?, ?> items) {
      int count = schema.get("minItems") instanceof Integer least ? Math.max(least, 1) : 1;
      for (int i = 0; i < count; i++) {
        made.add(of(name, map(items), depth + 1));
      }
    }
    return made;
  }

  private Object at(String reference) {
    Object at = document;
    for (String name : reference.substring(2).split("/", -1)) {
      at = Objects.requireNonNull(map(at).get(name), reference);
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object read) {
    return (Map<String, Object>) Objects.requireNonNull(read);
  }
}
