package dev.hark.fault;

import java.util.List;

/**
 * One sentence that a person will hear, before it has words: a key of the message bundles and its
 * arguments. Rendered by {@code dev.hark.wording.Wording}.
 *
 * @param key a key of the message bundles, which its part before the first dot names
 * @param args values for its placeholders: strings, numbers, {@code Money}, {@code MoneyRange},
 *     {@link java.util.Currency}, {@link java.time.Duration}, {@link java.time.Instant}, {@link
 *     java.time.LocalDate}, a language as {@link java.util.Locale}, a nested {@code Sentence}, a
 *     list of them, or somebody's own words as a map from language code to words, English at least
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
