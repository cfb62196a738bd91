package dev.hark.transcript;

/**
 * One word of an answer.
 *
 * @param word as it is compared: small letters, without signs; a number as it is spoken
 * @param surface as it was written, with its capitals and signs
 * @param confidence how sure a speech recogniser was of it, from 0 to 1; not a number where none
 *     was asked
 */
public record Token(String word, String surface, double confidence) {
  public Token {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("a word has letters");
    }
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("a confidence is from 0 to 1");
    }
  }

  /** A word of which no recogniser said how sure it was. */
  public Token(String word, String surface) {
    this(word, surface, Double.NaN);
  }

  public boolean hasConfidence() {
    return !Double.isNaN(confidence);
  }

  Token with(double confidence) {
    return new Token(word, surface, confidence);
  }
}
