package dev.hark.speech.text;

/** Numbers as one engine is given them: in words, or in digits where it reads those itself. */
final class Numerals {
  private static final int PAIRS_MOST = 8;

  private final Tongue tongue;
  private final boolean inDigits;
  private final NumberStyle style;

  /**
   * @param inDigits whether the engine reads numbers by itself
   */
  Numerals(Tongue tongue, boolean inDigits, NumberStyle style) {
    this.tongue = tongue;
    this.inDigits = inDigits;
    this.style = style;
  }

  /** A whole number that belongs to something: an amount, an hour, a day. */
  String whole(long number) {
    return inDigits ? Long.toString(number) : tongue.numbers().whole(number);
  }

  String whole(String digits) {
    if (digits.length() > NumberWords.MOST_DIGITS) {
      return apart(digits);
    }
    return whole(Long.parseLong(digits));
  }

  /** A number by itself, in the person's style. */
  String plain(Figure figure) {
    if (!figure.isWhole() || figure.whole().length() == 1) {
      return amount(figure);
    }
    return switch (style) {
      case WHOLE -> amount(figure);
      case DIGITS -> apart(figure.whole());
      case PAIRS -> pairs(figure.whole());
    };
  }

  private String pairs(String digits) {
    if (digits.length() <= 2) {
      return whole(digits);
    }
    if (digits.length() > PAIRS_MOST) {
      return apart(digits);
    }
    StringBuilder pairs = new StringBuilder();
    int at = digits.length() % 2;
    if (at == 1) {
      pairs.append(digit(digits.charAt(0)));
    }
    for (; at < digits.length(); at += 2) {
      String pair = digits.substring(at, at + 2);
      pairs
          .append(pairs.isEmpty() ? "" : " ")
          .append(pair.charAt(0) == '0' ? apart(pair) : whole(pair));
    }
    return pairs.toString();
  }

  /** With its decimals, which are read one by one. */
  String amount(Figure figure) {
    if (figure.isWhole()) {
      return whole(figure.whole());
    }
    if (inDigits && figure.whole().length() <= NumberWords.MOST_DIGITS) {
      return figure.value() + String.valueOf(tongue.point()) + figure.decimals();
    }
    String decimals =
        tongue.dutch() && figure.decimals().length() == 2 && figure.decimals().charAt(0) != '0'
            ? whole(figure.decimals())
            : inRow(figure.decimals());
    return whole(figure.whole()) + " " + tongue.word("point") + " " + decimals;
  }

  String ordinal(long number) {
    return inDigits ? tongue.numbers().ordinalSign(number) : tongue.numbers().ordinal(number);
  }

  /** {@code nineteen eighty-four}, {@code twenty twenty-six}. */
  String year(int year) {
    boolean paired = year >= 1100 && year < 2100 && year % 1000 >= (tongue.dutch() ? 100 : 10);
    if (!paired || (tongue.dutch() && year >= 2000)) {
      return whole(year);
    }
    int rest = year % 100;
    if (tongue.dutch()) {
      return rest == 0 ? whole(year / 100) + "honderd" : whole(year / 100) + joined(rest);
    }
    if (rest == 0) {
      return whole(year / 100) + " hundred";
    }
    return whole(year / 100) + " " + (rest < 10 ? oh(rest) : whole(rest));
  }

  private String joined(int rest) {
    return inDigits ? " " + rest : tongue.numbers().whole(rest);
  }

  /** A number below ten where two digits are usual: {@code oh five}, in Dutch {@code vijf}. */
  String oh(int number) {
    String oh = tongue.word("oh");
    return oh.isEmpty() ? whole(number) : oh + " " + whole(number);
  }

  String digit(char digit) {
    int value = Character.digit(digit, 10);
    return inDigits ? String.valueOf(value) : tongue.numbers().digit(value);
  }

  private String inRow(String digits) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      row.append(i == 0 ? "" : " ").append(digit(digits.charAt(i)));
    }
    return row.toString();
  }

  /** Digit by digit, with a pause after each three or four. */
  String apart(String digits) {
    StringBuilder apart = new StringBuilder();
    int size = digits.length() <= 4 || digits.length() % 4 == 0 ? 4 : 3;
    for (int i = 0; i < digits.length(); i++) {
      // The last one does not stand alone.
      boolean pause = i > 0 && i % size == 0 && i < digits.length() - 1;
      apart.append(i == 0 ? "" : pause ? ", " : " ").append(digit(digits.charAt(i)));
    }
    return apart.toString();
  }
}
