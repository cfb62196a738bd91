package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Letters and digits mixed: names like {@code kevin16}, ids like {@code A1B2-C3D4}, versions. */
final class CodeNotation {
  /** Longer ones are known by their end, unless all is asked for. */
  private static final int LONG = 16;

  private static final int GROUP = 4;
  private static final Pattern PIECE = Pattern.compile("\\p{L}+|\\d+");
  private static final Pattern VOWEL = Pattern.compile("[aeiouyAEIOUY]");

  private final Saying saying;
  private final Tongue tongue;
  private final NumberNotation numbers;
  private final UnaryOperator<String> words;

  /**
   * @param words says a plain word
   */
  CodeNotation(Saying saying, NumberNotation numbers, UnaryOperator<String> words) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.numbers = numbers;
    this.words = words;
  }

  /** Those that begin with a letter or a digit. */
  List<Notation> plain() {
    return List.of(
        Notation.of("[vV](\\d{1,6}(?:\\.\\d{1,6}){1,6})" + END, this::version),
        Notation.of("[A-Z]{2}\\d{2}(?: [A-Z\\d]{4}){2,7}(?: [A-Z\\d]{1,3})?" + END, this::account),
        Notation.of("0[xX]([0-9a-fA-F]{1,40})" + END, found -> spelledCode("0x" + found.group(1))),
        Notation.of("[A-Za-z\\d]{1,64}+(?:[-_:][A-Za-z\\d]{1,64}+){0,12}+" + END, this::code));
  }

  /** A colour or another code after a hash sign. */
  List<Notation> signs() {
    return List.of(
        Notation.of(
            "#((?=[0-9a-fA-F]*\\d)[0-9a-fA-F]{6}|(?=\\d*[a-fA-F])[0-9a-fA-F]{3})" + END,
            found -> tongue.word("number") + " " + spelledCode(found.group(1))),
        Notation.of(
            "#(\\d{1,15})" + END,
            found -> tongue.word("number") + " " + saying.numerals().whole(found.group(1))));
  }

  private String version(MatchResult found) {
    return tongue.word("version") + " " + numbers.dotted(found.group(1));
  }

  /** The number of a bank account, in the groups in which it is written. */
  private String account(MatchResult found) {
    return Arrays.stream(found.group().split(" ", -1))
        .map(saying::spelled)
        .collect(Collectors.joining(", "));
  }

  private @Nullable String code(MatchResult found) {
    String text = found.group();
    boolean digits = text.chars().anyMatch(Character::isDigit);
    boolean letters = text.chars().anyMatch(Character::isLetter);
    boolean several = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    if (!digits || (!letters && !several)) {
      return null;
    }
    String[] parts = text.split("[-_:]", -1);
    if (natural(parts)) {
      StringBuilder said = new StringBuilder();
      for (String part : parts) {
        said.append(said.isEmpty() ? "" : " ").append(named(part));
      }
      return said.toString();
    }
    return spelledCode(text);
  }

  /** Whether all parts are words, small numbers, or a word with a number. */
  private static boolean natural(String[] parts) {
    boolean word = false;
    for (String part : parts) {
      boolean number = part.matches("\\d{1,4}");
      boolean name = part.matches("\\p{L}+");
      boolean both = part.matches("\\p{L}{1,12}\\d{1,3}|\\d{1,3}\\p{L}{1,12}|\\p{L}\\d\\p{L}");
      if (!number && !name && !both) {
        return false;
      }
      word |= name || both;
    }
    return word && (parts.length == 1 || wordy(parts));
  }

  /** Hexadecimal groups hold words like "face" by chance: most parts must be readable. */
  private static boolean wordy(String[] parts) {
    int codes = 0;
    for (String part : parts) {
      codes += part.matches("\\p{L}{1,12}\\d{1,3}|\\d{1,3}\\p{L}{1,12}") ? 1 : 0;
    }
    return codes * 2 <= parts.length;
  }

  /** Words and numbers as they follow one another. */
  String named(String part) {
    StringBuilder said = new StringBuilder();
    var pieces = PIECE.matcher(part);
    while (pieces.find()) {
      String piece = pieces.group();
      said.append(said.isEmpty() ? "" : " ");
      if (Character.isDigit(piece.charAt(0))) {
        boolean zero = piece.length() > 1 && piece.charAt(0) == '0';
        said.append(zero ? saying.numerals().apart(piece) : saying.numerals().whole(piece));
      } else {
        boolean brief = piece.length() == 1 && part.length() > 1;
        said.append(
            brief || !VOWEL.matcher(piece).find() ? saying.spelled(piece) : words.apply(piece));
      }
    }
    return said.toString();
  }

  /** Character by character, with a pause after each group. */
  private String spelledCode(String code) {
    String bare = code.replaceAll("[-_:]", "");
    if (bare.length() > LONG && !saying.all()) {
      String end = saying.spelled(bare.substring(bare.length() - GROUP));
      return tongue.word("id", saying.numerals().whole(bare.length()), end);
    }
    StringBuilder said = new StringBuilder();
    for (String group : code.split("[-_:]", -1)) {
      for (int at = 0; at < group.length(); at += GROUP) {
        String piece = group.substring(at, Math.min(group.length(), at + GROUP));
        said.append(said.isEmpty() ? "" : ", ").append(saying.spelled(piece));
      }
    }
    return said.toString();
  }
}
