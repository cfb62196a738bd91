package dev.hark.speech.freetts;

import java.util.regex.Pattern;

/** Letters that stand by themselves, in a way that FreeTTS takes for letters. */
final class SpelledWords {
  /** An A beside another letter, or in capitals before a digit; elsewhere it is an article. */
  private static final Pattern LETTER_A =
      Pattern.compile(
          "(?<=(?:^|[ ,.;:])\\p{L}[,.]? )[Aa](?![\\p{L}'])"
              + "|(?<![\\p{L}'])[Aa](?=[,.]? [B-HJ-Zb-hj-z](?![\\p{L}']))"
              + "|(?<![\\p{L}'])A(?= (?:zero|one|two|three|four|five|six|seven|eight|nine)\\b)"
              + "|(?<=\\b(?:zero|one|two|three|four|five|six|seven|eight|nine) )A(?![\\p{L}'])");

  private SpelledWords() {}

  static String named(String text) {
    return LETTER_A.matcher(text).replaceAll("ay");
  }
}
