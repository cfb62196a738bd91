package dev.hark.hub.qualification;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hark.wire.Json;

/** JSON as this package keeps it in the database. */
final class StoredJson {
  private StoredJson() {}

  static String of(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Json.MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON of " + type.getSimpleName(), e);
    }
  }
}
