package dev.hark.speech.text;

/**
 * What decides how something is said.
 *
 * @param plainLetters whether the engine knows no accents
 * @param emoji whether the engine names emoji by itself
 */
record Saying(Tongue tongue, Numerals numerals, Style style, boolean plainLetters, boolean emoji) {
  boolean all() {
    return style.punctuation() == Punctuation.ALL;
  }

  /** Letters and digits one by one, in capitals, as spelled words are written. */
  String spelled(String text) {
    StringBuilder spelled = new StringBuilder();
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(
            c ->
                spelled
                    .append(spelled.isEmpty() ? "" : " ")
                    .append(
                        Character.isDigit(c)
                            ? numerals.digit(Character.forDigit(Character.digit(c, 10), 10))
                            : Character.toString(Character.toUpperCase(c))));
    return spelled.toString();
  }
}
