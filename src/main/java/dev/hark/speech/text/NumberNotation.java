package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Numbers by themselves: {@code 1,250.5}, {@code 3rd}, {@code 3/4}, {@code 4/5}, {@code 3.2.1}. */
final class NumberNotation {
  private static final Map<String, String> FRACTIONS =
      Map.of("½", "1/2", "¼", "1/4", "¾", "3/4", "⅓", "1/3", "⅔", "2/3", "⅛", "1/8", "⅜", "3/8");
  private static final String FRACTION_SIGNS = "[½¼¾⅓⅔⅛⅜]";
  private static final int LONG = 7;

  private final Saying saying;
  private final Tongue tongue;

  NumberNotation(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
  }

  List<Notation> notations() {
    String ordinal = tongue.dutch() ? "(?:e|de|ste)" : "(?:st|nd|rd|th)";
    return List.of(
        Notation.of("(\\d{1,12})" + ordinal + END, this::ordinal),
        Notation.of("(\\d{1,6})\\s?(" + FRACTION_SIGNS + ")", this::mixed),
        Notation.of("(\\d{1,6})\\s(\\d/\\d)" + END + "(?!/)", this::mixed),
        Notation.of("(\\d{1,4})/(\\d{1,4})" + END + "(?!/)", this::fraction),
        Notation.of(
            "(" + Figure.WRITTEN + ")\\s?/\\s?(" + Figure.WRITTEN + ")" + END + "(?!/)",
            found -> outOf(found.group(1), found.group(2))),
        Notation.of(
            "(\\d{1,9}(?:\\.\\d{1,9}){2,7})" + END + "(?!\\.\\d)(?=(,\\d{1,2}" + END + ")?)",
            this::version),
        Notation.of("\\d{4}(?: \\d{4}){3,6}(?: \\d{1,3})?" + END + "(?! \\d)", this::coded),
        Notation.of("\\d{1,12}(?:-\\d{1,12}){2,8}" + END + "(?!-)", this::coded),
        Notation.of(
            "([1-9]\\d{0,2}(?: \\d{3}){2,4}|[1-9]\\d{0,2} 0\\d\\d)" + END + "(?! \\d)",
            this::spaced),
        Notation.of("(\\d{1,4}):(\\d{1,4})" + END + "(?!:)", this::ratio),
        Notation.of("(\\d{1,6})( - )(?=(\\d{1,6})(\\s?=)?)", this::between),
        Notation.of("(\\d{1,15})\\^(-?)(\\d{1,4})" + END, this::power),
        Notation.of("(" + Figure.WRITTEN + ")[eE]([+-]?)(\\d{1,3})" + END, this::scientific),
        Notation.of("(" + Figure.WRITTEN + ")(?![\\p{L}\\p{N}_]|-\\p{L})", this::number));
  }

  /** Those that begin with a sign. */
  List<Notation> signs() {
    return List.of(
        Notation.of(
            "([-−])?(" + Figure.BROKEN + ")" + END,
            found ->
                (found.group(1) == null ? "" : tongue.word("minus") + " ")
                    + saying.numerals().plain(Figure.of(found.group(2), tongue.point()))));
  }

  private String ordinal(MatchResult found) {
    return saying.numerals().ordinal(Long.parseLong(found.group(1)));
  }

  private @Nullable String mixed(MatchResult found) {
    String part = FRACTIONS.getOrDefault(found.group(2), found.group(2));
    String fraction = known(part.charAt(0) - '0', part.charAt(2) - '0');
    if (fraction == null) {
      return null;
    }
    String half = part.equals("1/2") ? tongue.word("a-half") : fraction;
    return saying.numerals().whole(found.group(1)) + " " + tongue.word("and") + " " + half;
  }

  /** A fraction sign by itself. */
  @Nullable String sign(String sign) {
    String part = FRACTIONS.get(sign);
    return part == null ? null : known(part.charAt(0) - '0', part.charAt(2) - '0');
  }

  private @Nullable String fraction(MatchResult found) {
    if (Integer.parseInt(found.group(1)) > Integer.parseInt(found.group(2))) {
      return saying.numerals().whole(found.group(1))
          + " "
          + (found.group().equals("24/7") ? "" : tongue.word("slash") + " ")
          + saying.numerals().whole(found.group(2));
    }
    if (found.group(1).length() > 1 || found.group(2).length() > 1) {
      return outOf(found.group(1), found.group(2));
    }
    String known = known(found.group(1).charAt(0) - '0', found.group(2).charAt(0) - '0');
    return known != null ? known : outOf(found.group(1), found.group(2));
  }

  /** Parts that people say; others are so many out of so many. */
  private @Nullable String known(int above, int below) {
    if (above < 1 || above >= below) {
      return null;
    }
    String many = above == 1 ? "" : "s";
    String name =
        switch (below) {
          case 2 -> tongue.word("half");
          case 3 -> tongue.word("third" + many);
          case 4 -> tongue.word("quarter" + many);
          case 8 -> tongue.word("eighth" + many);
          default -> "";
        };
    if (name.isEmpty() || (below == 4 && above == 2)) {
      return null;
    }
    if (below == 2) {
      return tongue.dutch() ? tongue.word("a-half") : "one " + name;
    }
    return saying.numerals().whole(above) + " " + name;
  }

  private String outOf(String above, String below) {
    return saying.numerals().amount(Figure.of(above, tongue.point()))
        + " "
        + tongue.word("out-of")
        + " "
        + saying.numerals().amount(Figure.of(below, tongue.point()));
  }

  private @Nullable String version(MatchResult found) {
    String[] parts = found.group(1).split("\\.", -1);
    boolean thousands = parts[0].length() <= 3 && !parts[0].startsWith("0");
    for (int i = 1; i < parts.length; i++) {
      thousands &= parts[i].length() == 3;
    }
    thousands &=
        tongue.dutch() || found.group(2) != null || found.group(1).matches("\\d{1,3}(?:\\.000)+");
    if (thousands) {
      return null;
    }
    return dotted(found.group(1));
  }

  /** {@code 3.2.1}, part by part. */
  String dotted(String version) {
    StringBuilder words = new StringBuilder();
    for (String part : version.split("\\.", -1)) {
      String number =
          part.length() > 1 && part.charAt(0) == '0'
              ? saying.numerals().apart(part)
              : saying.numerals().whole(part);
      words.append(words.isEmpty() ? "" : " " + point() + " ").append(number);
    }
    return words.toString();
  }

  private String point() {
    return tongue.word(tongue.dutch() ? "dot" : "point");
  }

  private String coded(MatchResult found) {
    StringBuilder words = new StringBuilder();
    for (String part : found.group().split("[- ]", -1)) {
      words.append(words.isEmpty() ? "" : ", ").append(saying.numerals().apart(part));
    }
    return words.toString();
  }

  private String spaced(MatchResult found) {
    return saying.numerals().plain(new Figure(found.group(1).replace(" ", ""), ""));
  }

  private String ratio(MatchResult found) {
    return saying.numerals().whole(found.group(1))
        + " "
        + tongue.word("ratio")
        + " "
        + saying.numerals().whole(found.group(2));
  }

  /** A hyphen between blanks joins a range that rises, and takes away otherwise. */
  private String between(MatchResult found) {
    long low = Long.parseLong(found.group(1));
    boolean rises = found.group(4) == null && low < Long.parseLong(found.group(3));
    return saying.numerals().whole(low) + " " + tongue.word(rises ? "to" : "minus") + " ";
  }

  private String power(MatchResult found) {
    String minus = found.group(2).isEmpty() ? "" : tongue.word("minus") + " ";
    return saying.numerals().whole(found.group(1))
        + " "
        + tongue.word("power", minus + saying.numerals().whole(found.group(3)));
  }

  private @Nullable String scientific(MatchResult found) {
    Figure figure = Figure.of(found.group(1), tongue.point());
    Tongue.Sign times = tongue.sign('×');
    if (figure.isWhole() || times == null) {
      return null;
    }
    String minus = found.group(2).equals("-") ? tongue.word("minus") + " " : "";
    return saying.numerals().amount(figure)
        + " "
        + times.name()
        + " "
        + saying.numerals().whole(10)
        + " "
        + tongue.word("power", minus + saying.numerals().whole(found.group(3)));
  }

  private String number(MatchResult found) {
    String written = found.group(1);
    boolean bare = written.chars().allMatch(Character::isDigit);
    boolean round = written.matches("[1-9]\\d{0,5}0{4,14}");
    boolean coded = bare && (written.length() >= LONG || written.startsWith("0"));
    if (coded && written.length() > 1 && !round) {
      return saying.numerals().apart(written);
    }
    return saying.numerals().plain(Figure.of(written, tongue.point()));
  }
}
