package dev.hark.market.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hark.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a hub's JSON record by record, so that one that makes no sense does not spoil the rest. */
final class Decoder {
  private final HubCalls calls;

  Decoder(HubCalls calls) {
    this.calls = calls;
  }

  /** One record that must make sense. */
  <J, T> T one(JsonNode json, Class<J> type, Reading<J, T> reading) {
    try {
      return read(json, type, reading);
    } catch (JsonProcessingException | Nonsense | IllegalArgumentException e) {
      throw calls.nonsense(e);
    }
  }

  /** A list, or the items of a page, without those that make no sense. */
  <J, T> Items<T> list(JsonNode json, Class<J> type, Reading<J, T> reading) {
    JsonNode array = json.isArray() ? json : json.path("items");
    if (!array.isArray()) {
      throw calls.nonsense(null);
    }
    List<T> kept = new ArrayList<>(array.size());
    int leftOut = 0;
    for (JsonNode item : array) {
      try {
        kept.add(read(item, type, reading));
      } catch (JsonProcessingException | Nonsense | IllegalArgumentException e) {
        leftOut++;
      }
    }
    JsonNode next = json.path("next");
    boolean more = next.isTextual() && !next.textValue().isEmpty();
    return new Items<>(kept, more ? Optional.of(next.textValue()) : Optional.empty(), leftOut);
  }

  private static <J, T> T read(JsonNode json, Class<J> type, Reading<J, T> reading)
      throws JsonProcessingException, Nonsense {
    if (!json.isObject()) {
      throw new Nonsense("not an object");
    }
    return reading.read(Json.MAPPER.treeToValue(json, type));
  }

  /** Makes this program's value of a wire record. */
  interface Reading<J, T> {
    T read(J json) throws Nonsense;
  }

  /** What could be read, the next page's cursor, and how many could not be read. */
  record Items<T>(List<T> kept, Optional<String> next, int leftOut) {}
}
