package dev.hark.hub.demo;

import java.util.List;
import java.util.Optional;

/**
 * A recording before it has sound: who says what. Its id says all there is to know, so that the
 * sound can be made whenever somebody first asks for it.
 *
 * @param voice a name in {@code voices.json}
 * @param sentences ids in {@code sentences.txt}
 */
record Recording(String voice, List<String> sentences) {
  private static final String PREFIX = "rec_";

  Recording {
    sentences = List.copyOf(sentences);
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("a recording says something");
    }
  }

  /** From {@code SENTENCE@VOICE}. */
  static Recording parse(String at) {
    int sign = at.indexOf('@');
    return new Recording(at.substring(sign + 1), List.of(at.substring(0, sign)));
  }

  /** What tells it from all other recordings. */
  String key() {
    return voice + "_" + String.join("_", sentences);
  }

  /** The medium's id where it is a requester's. */
  String id(String requester) {
    return PREFIX + requester + "_" + key();
  }

  /** Empty where the id is not one of a recording. */
  static Optional<Recording> ofId(String id) {
    String[] parts = id.split("_", -1);
    return id.startsWith(PREFIX) && parts.length > 3
        ? Optional.of(new Recording(parts[2], List.of(parts).subList(3, parts.length)))
        : Optional.empty();
  }
}
