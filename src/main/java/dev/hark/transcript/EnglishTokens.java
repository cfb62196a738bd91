package dev.hark.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words of English as they are spoken, so that who writes 20 and who writes twenty are heard to say
 * the same: numbers to a thousand million, years, ordinals, amounts in dollars, and titles. What is
 * joined by a hyphen was taken apart before.
 */
final class EnglishTokens {
  private static final Map<String, String> SPOKEN =
      Map.of(
          "mr", "mister",
          "mrs", "missus",
          "dr", "doctor",
          "st", "saint",
          "ok", "okay");

  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, String> ORDINALS =
      Map.of(
          "one", "first",
          "two", "second",
          "three", "third",
          "five", "fifth",
          "eight", "eighth",
          "nine", "ninth",
          "twelve", "twelfth");
  private static final int MOST_DIGITS = 9;

  /** Nobody writes a year like this. */
  private static final Pattern GROUPED = Pattern.compile("\\d,\\d{3}");

  private EnglishTokens() {}

  /** What is written between two spaces, maybe no word at all. */
  static List<Token> of(String part) {
    String word = Words.word(part);
    if (word.isEmpty()) {
      return List.of();
    }
    if (!Character.isDigit(word.charAt(0)) && !SPOKEN.containsKey(word)) {
      return List.of(new Token(word, part));
    }
    String said = spoken(word, !GROUPED.matcher(part).find());
    if (part.startsWith("$") && word.matches("\\d{1,9}")) {
      said += " dollars";
    }
    if (said.equals(word)) {
      return List.of(new Token(said, part));
    }
    if (SPOKEN.containsKey(word)) {
      boolean capital = part.codePoints().anyMatch(Character::isUpperCase);
      return List.of(
          new Token(
              said,
              capital ? said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1) : said));
    }
    return Arrays.stream(said.split(" ", -1)).map(one -> new Token(one, one)).toList();
  }

  private static String spoken(String word, boolean mayBeYear) {
    String known = SPOKEN.get(word);
    if (known != null) {
      return known;
    }
    if (!Character.isDigit(word.charAt(0)) || word.length() > MOST_DIGITS) {
      return word;
    }
    if (word.matches("\\d+")) {
      int number = Integer.parseInt(word);
      return mayBeYear && word.length() == 4 && number >= 1100 && number < 2000
          ? year(number)
          : number(number);
    }
    if (word.matches("\\d{1,4}(?:st|nd|rd|th)")) {
      return ordinal(number(Integer.parseInt(word.substring(0, word.length() - 2))));
    }
    if (word.matches("[1-9]0s")) {
      return number(Integer.parseInt(word.substring(0, 2))).replaceAll("y$", "ies");
    }
    return word;
  }

  private static String year(int number) {
    int rest = number % 100;
    String century = number(number / 100);
    return rest == 0 ? century + " hundred" : century + (rest < 10 ? " oh " : " ") + number(rest);
  }

  private static String number(int number) {
    if (number < 20) {
      return ONES.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : " " + ONES.get(number % 10));
    }
    if (number < 1_000) {
      return ONES.get(number / 100) + " hundred" + rest(number % 100, " and ");
    }
    if (number < 1_000_000) {
      return number(number / 1_000) + " thousand" + rest(number % 1_000, small(number % 1_000));
    }
    return number(number / 1_000_000)
        + " million"
        + rest(number % 1_000_000, small(number % 1_000_000));
  }

  private static String small(int rest) {
    return rest < 100 ? " and " : " ";
  }

  private static String rest(int rest, String between) {
    return rest == 0 ? "" : between + number(rest);
  }

  private static String ordinal(String number) {
    int last = number.lastIndexOf(' ') + 1;
    String word = number.substring(last);
    String ordinal = ORDINALS.get(word);
    if (ordinal == null) {
      ordinal = word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    }
    return number.substring(0, last).toLowerCase(Locale.ROOT) + ordinal;
  }
}
