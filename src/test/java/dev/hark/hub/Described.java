package dev.hark.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds answers against an OpenAPI document. Knows the part of JSON Schema that the document uses,
 * and fails on any other word, so that nothing goes unchecked.
 */
final class Described {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final Set<String> KNOWN =
      Set.of(
          "$ref",
          "type",
          "enum",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "format",
          "examples",
          "description");

  private final JsonNode document;

  Described(JsonNode document) {
    this.document = document;
  }

  /** Such as {@code GET /task-groups/{id}}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> {
                          if (METHODS.contains(method)) {
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                          }
                        }));
    return operations;
  }

  /** What is wrong with the examples, and where one lacks. */
  List<String> faultyExamples() {
    List<String> faults = new ArrayList<>();
    for (String operation : operations()) {
      String[] parts = operation.split(" ", 2);
      JsonNode node = document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT));
      if (node.path("summary").asText().isBlank() || node.path("operationId").asText().isBlank()) {
        faults.add(operation + " has no summary or id");
      }
      List<JsonNode> bodies = new ArrayList<>();
      bodies.add(node.path("requestBody"));
      node.get("responses").forEach(response -> bodies.add(resolve(response)));
      for (JsonNode body : bodies) {
        for (JsonNode kind : body.path("content")) {
          if (kind.has("schema") && !kind.has("example")) {
            faults.add(operation + " has no example");
          } else if (kind.has("schema")) {
            check(kind.get("schema"), kind.get("example"), operation + " example", faults);
          }
        }
      }
      for (String name : parts[1].split("/", -1)) {
        if (name.startsWith("{") && !hasParameter(node, name.substring(1, name.length() - 1))) {
          faults.add(operation + " does not describe " + name);
        }
      }
      if (!node.get("responses").has("default")) {
        faults.add(operation + " says nothing of refusals");
      }
    }
    return faults;
  }

  private boolean hasParameter(JsonNode operation, String name) {
    for (JsonNode parameter : operation.path("parameters")) {
      if (resolve(parameter).get("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong with an answer; empty where nothing is. */
  List<String> faults(Caller.Answered answered) {
    String operation = operation(answered);
    String[] parts = operation.split(" ", 2);
    JsonNode responses =
        document.get("paths").get(parts[1]).get(parts[0].toLowerCase(Locale.ROOT)).get("responses");
    JsonNode response = responses.get(Integer.toString(answered.status()));
    if (response == null) {
      if (answered.status() < 400) {
        return List.of(operation + " does not know " + answered.status());
      }
      response = responses.get("default");
    }
    JsonNode content = resolve(response).get("content");
    List<String> faults = new ArrayList<>();
    if (content == null) {
      if (answered.body().length > 0) {
        faults.add(operation + " has a body");
      }
      return faults;
    }
    JsonNode kind = content.get(answered.type());
    if (kind == null) {
      faults.add(operation + " " + answered.status() + " is " + answered.type());
    } else if (kind.has("schema")) {
      check(kind.get("schema"), answered.json(), operation + " " + answered.status(), faults);
    }
    return faults;
  }

  /** The operation of a request; the path itself where none fits. */
  String operation(Caller.Answered answered) {
    return operations().stream()
        .filter(
            operation -> {
              String[] parts = operation.split(" ", 2);
              String pattern = parts[1].replaceAll("\\{[a-z]+}", "[^/]+");
              return parts[0].equals(answered.method()) && answered.path().matches(pattern);
            })
        .findFirst()
        .orElse(answered.method() + " " + answered.path());
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode ref = node.get("$ref");
    return ref == null ? node : document.at(ref.asText().substring(1));
  }

  private void check(JsonNode schemaOrRef, JsonNode value, String at, List<String> faults) {
    JsonNode schema = resolve(schemaOrRef);
    schema
        .fieldNames()
        .forEachRemaining(
            word -> {
              if (!KNOWN.contains(word)) {
                faults.add(at + ": the schema says " + word + ", which nothing checks");
              }
            });
    if (schema.has("type") && !isType(schema.get("type").asText(), value)) {
      faults.add(at + " is no " + schema.get("type").asText() + ": " + value);
      return;
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      faults.add(at + " is none of " + schema.get("enum") + ": " + value);
    }
    size(schema, value, at, faults);
    if (value.isObject()) {
      object(schema, value, at, faults);
    } else if (value.isArray() && schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.get("items"), value.get(i), at + "[" + i + "]", faults);
      }
    } else if (schema.path("format").asText().equals("date-time")) {
      try {
        Instant.parse(value.asText());
      } catch (DateTimeParseException e) {
        faults.add(at + " is no time: " + value);
      }
    }
  }

  private static void size(JsonNode schema, JsonNode value, String at, List<String> faults) {
    double size =
        value.isNumber()
            ? value.asDouble()
            : value.isArray() ? value.size() : value.asText().length();
    String least = value.isNumber() ? "minimum" : value.isArray() ? "minItems" : "minLength";
    String most = value.isNumber() ? "maximum" : value.isArray() ? "maxItems" : "maxLength";
    if (schema.has(least) && size < schema.get(least).asDouble()) {
      faults.add(at + " is too small: " + value);
    }
    if (schema.has(most) && size > schema.get(most).asDouble()) {
      faults.add(at + " is too large: " + value);
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
    Set<String> missing = new HashSet<>();
    schema.path("required").forEach(name -> missing.add(name.asText()));
    JsonNode others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(
            member -> {
              missing.remove(member.getKey());
              JsonNode known = schema.path("properties").get(member.getKey());
              String place = at + "." + member.getKey();
              if (known != null) {
                check(known, member.getValue(), place, faults);
              } else if (others.isBoolean() && !others.asBoolean()) {
                faults.add(place + " is not described");
              }
            });
    missing.forEach(name -> faults.add(at + "." + name + " is missing"));
  }

  private static boolean isType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
