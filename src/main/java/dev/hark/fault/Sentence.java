package dev.hark.fault;

import java.util.List;

/**
 * One sentence that a person will hear, before it has words: a key of the message bundles and its
 * arguments. Rendered by {@code dev.hark.wording.Wording}.
 *
 * @param key a key of {@code dev/hark/wording/messages.properties}
 * @param args values for its placeholders: strings, numbers, {@code Money}, {@link
 *     java.time.Duration}, {@link java.time.Instant}, {@link java.time.LocalDate}, or a nested
 *     {@code Sentence}
 */
public record Sentence(String key, List<Object> args) {
  public Sentence {
    if (key.isBlank()) {
      throw new IllegalArgumentException("a sentence needs a key");
    }
    args = List.copyOf(args);
  }

  public static Sentence of(String key, Object... args) {
    return new Sentence(key, List.of(args));
  }
}
