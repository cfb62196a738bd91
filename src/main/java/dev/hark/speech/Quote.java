package dev.hark.speech;

import java.util.Locale;

/**
 * Words within an utterance that are known to be of another language, or somebody else's: a Dutch
 * title in an English sentence.
 *
 * @param words as they stand in the text
 * @param language of the words
 * @param task whether a requester or another worker wrote them, so that the voice for tasks says
 *     them
 */
public record Quote(String words, Locale language, boolean task) {
  /** Of another language, in the utterance's own voice. */
  public Quote(String words, Locale language) {
    this(words, language, false);
  }
}
