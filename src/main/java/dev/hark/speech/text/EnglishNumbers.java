package dev.hark.speech.text;

/** {@code one thousand two hundred fifty}. */
final class EnglishNumbers implements NumberWords {
  private static final String[] ONES =
      ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen")
          .split(" ", -1);
  private static final String[] TENS =
      "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
  private static final String[] GROUPS = {"", " thousand", " million", " billion", " trillion"};
  private static final String[][] ODD = {
    {"one", "first"},
    {"two", "second"},
    {"three", "third"},
    {"five", "fifth"},
    {"eight", "eighth"},
    {"nine", "ninth"},
    {"twelve", "twelfth"}
  };

  @Override
  public String whole(long number) {
    if (number == 0) {
      return ONES[0];
    }
    StringBuilder words = new StringBuilder();
    long scale = 1_000_000_000_000L;
    for (int group = 4; group >= 0; group--) {
      int part = (int) (number / scale % 1000);
      if (part > 0) {
        words.append(words.isEmpty() ? "" : " ").append(hundreds(part)).append(GROUPS[group]);
      }
      scale /= 1000;
    }
    return words.toString();
  }

  private static String hundreds(int number) {
    if (number < 100) {
      return tens(number);
    }
    String rest = number % 100 == 0 ? "" : " " + tens(number % 100);
    return ONES[number / 100] + " hundred" + rest;
  }

  private static String tens(int number) {
    if (number < 20) {
      return ONES[number];
    }
    return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + ONES[number % 10]);
  }

  @Override
  public String ordinal(long number) {
    String whole = whole(number);
    for (String[] odd : ODD) {
      if (whole.endsWith(odd[0])) {
        return whole.substring(0, whole.length() - odd[0].length()) + odd[1];
      }
    }
    return whole.endsWith("y") ? whole.substring(0, whole.length() - 1) + "ieth" : whole + "th";
  }

  @Override
  public String ordinalSign(long number) {
    long tens = number % 100;
    if (tens >= 11 && tens <= 13) {
      return number + "th";
    }
    return number
        + switch ((int) (number % 10)) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
