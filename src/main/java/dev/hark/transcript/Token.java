package dev.hark.transcript;

/**
 * One word of an answer.
 *
 * @param word as it is compared: small letters, without signs; a number as it is spoken
 * @param surface as it was written, with its capitals and signs
 */
public record Token(String word, String surface) {
  public Token {
    if (word.isEmpty()) {
      throw new IllegalArgumentException("a word has letters");
    }
  }
}
