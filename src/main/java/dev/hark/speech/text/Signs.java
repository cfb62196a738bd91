package dev.hark.speech.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Single signs: said by name, heard as a pause, or not heard, as the person wishes. */
final class Signs {
  private static final String PAUSES = ".,;:!?";
  private static final String DECORATION = "*_~=-#+|<>^/\\";
  private static final int REPEATED = 3;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Saying saying;
  private final Tongue tongue;
  private final NumberNotation numbers;
  private final Spoken out;

  Signs(Saying saying, NumberNotation numbers, Spoken out) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.numbers = numbers;
    this.out = out;
  }

  /**
   * Says a run of the same sign.
   *
   * @param from where the run begins in the text
   * @param end where it ends
   */
  void say(int sign, int count, String text, int from, int end) {
    String raised = raised(sign);
    String fraction = numbers.sign(Character.toString(sign));
    if (raised != null || fraction != null) {
      out.word(raised != null ? raised : String.valueOf(fraction));
      return;
    }
    if (minus(sign, text, from, end)) {
      out.word(tongue.word("minus"));
      out.blank();
      return;
    }
    boolean drawn = count >= REPEATED && DECORATION.indexOf(sign) >= 0 && !saying.all();
    String name = drawn ? null : name(sign, text, from, end);
    if (name != null) {
      out.word(
          count < REPEATED
              ? (name + " ").repeat(count).strip()
              : tongue.word("again", name, saying.numerals().whole(count)));
      out.blank();
    }
    pause(sign, text, from, end);
  }

  private @Nullable String raised(int sign) {
    int power = SUPERSCRIPTS.indexOf(sign);
    if (power < 0) {
      return null;
    }
    return power == 2
        ? tongue.word("squared")
        : power == 3 ? tongue.word("cubed") : tongue.word("power", saying.numerals().whole(power));
  }

  private static boolean minus(int sign, String text, int from, int end) {
    boolean begins = from == 0 || " (=<>".indexOf(text.charAt(from - 1)) >= 0;
    boolean number =
        end < text.length()
            && (Character.isDigit(text.charAt(end)) || "½¼¾".indexOf(text.charAt(end)) >= 0);
    return sign == '−' || (sign == '-' && end == from + 1 && begins && number);
  }

  private @Nullable String name(int sign, String text, int from, int end) {
    Tongue.Sign known = tongue.sign(sign);
    if (known == null) {
      return unknown(sign);
    }
    boolean said =
        switch (known.when()) {
          case "always" -> true;
          case "some" -> saying.style().punctuation() != Punctuation.NONE;
          default -> saying.all();
        };
    if (!said) {
      return null;
    }
    boolean letterBefore = from > 0 && Character.isLetterOrDigit(text.codePointBefore(from));
    boolean letterAfter = end < text.length() && Character.isLetterOrDigit(text.codePointAt(end));
    // Within a word they are a seam, around one they set it off.
    boolean seam = (sign == '_' || sign == '*' || sign == '|' || sign == '~') && !saying.all();
    return seam && (letterBefore || letterAfter) ? null : known.name();
  }

  private @Nullable String unknown(int sign) {
    int type = Character.getType(sign);
    boolean told =
        type == Character.OTHER_SYMBOL
            || type == Character.MATH_SYMBOL
            || type == Character.CURRENCY_SYMBOL
            || type == Character.OTHER_NUMBER
            || type == Character.LETTER_NUMBER;
    String name = told && !drawing(sign) ? Character.getName(sign) : null;
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }

  /** Lines, blocks and dots that draw boxes. */
  private static boolean drawing(int sign) {
    return sign >= 0x2500 && sign <= 0x25ff;
  }

  private void pause(int sign, String text, int from, int end) {
    boolean letterAfter = end < text.length() && Character.isLetterOrDigit(text.codePointAt(end));
    boolean letterBefore = from > 0 && Character.isLetterOrDigit(text.codePointBefore(from));
    if (sign < 128 && PAUSES.indexOf(sign) >= 0) {
      out.closing(sign == '.' && end - from >= REPEATED ? ',' : (char) sign);
    } else if (sign == '…') {
      out.closing(',');
    } else if (saying.all() && "-‐–—•·|".indexOf(sign) >= 0) {
      out.blank();
    } else if (sign == '-' || sign == '‐') {
      hyphen(letterBefore, letterAfter, end - from);
    } else if (sign == '–' || sign == '—' || sign == '•' || sign == '·' || sign == '|') {
      out.closing(',');
      out.blank();
    } else if (sign == '\'' || sign == '’' || sign == '‘') {
      out.blank();
    } else if (sign == '"'
        || sign == '“'
        || sign == '”'
        || sign == '„'
        || sign == '«'
        || sign == '»') {
      if (!saying.all()) {
        quote(letterBefore);
      }
    } else if (sign == '(' || sign == ')') {
      bracket(sign);
    } else {
      out.blank();
    }
  }

  private void hyphen(boolean letterBefore, boolean letterAfter, int count) {
    if (letterBefore && letterAfter && count == 1 && !saying.all()) {
      out.raw('-');
    } else if (!letterBefore && !letterAfter) {
      out.closing(',');
      out.blank();
    } else {
      out.blank();
    }
  }

  private void quote(boolean letterBefore) {
    if (letterBefore) {
      out.closing('"');
    } else {
      out.raw('"');
    }
  }

  private void bracket(int sign) {
    if (saying.all()) {
      return;
    }
    if (sign == '(') {
      out.blank();
    }
    out.closing(',');
    out.blank();
  }
}
