package dev.hark.hub.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Texts that every database keeps as they are: without the character NUL, and without half of a
 * pair of surrogates, which is no character at all.
 */
final class Keepable {
  private Keepable() {}

  static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == 0 || Character.isLowSurrogate(at)) {
        return false;
      }
      if (Character.isHighSurrogate(at)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether this holds for all texts and names in it. */
  static boolean is(JsonNode json) {
    if (json.isTextual()) {
      return is(json.textValue());
    }
    for (JsonNode child : json) {
      if (!is(child)) {
        return false;
      }
    }
    return json.properties().stream().allMatch(member -> is(member.getKey()));
  }
}
