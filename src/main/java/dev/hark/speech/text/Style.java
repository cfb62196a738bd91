package dev.hark.speech.text;

import java.util.Map;

/**
 * How a person wants text to be read.
 *
 * @param lexicon by language code, words as they are written and what is said for each; those of
 *     the language {@code *} count for every language
 */
public record Style(
    Punctuation punctuation,
    Capitals capitals,
    NumberStyle numbers,
    Map<String, Map<String, String>> lexicon) {
  /** Where a person has said nothing. */
  public static final Style USUAL =
      new Style(Punctuation.SOME, Capitals.NONE, NumberStyle.WHOLE, Map.of());

  public Style {
    lexicon = Map.copyOf(lexicon);
  }
}
