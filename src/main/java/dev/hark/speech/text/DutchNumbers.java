package dev.hark.speech.text;

/** {@code duizend tweehonderdvijftig}. */
final class DutchNumbers implements NumberWords {
  /** With accents, or a voice takes it for the article. */
  private static final String ONE = "één";

  private static final String[] ONES =
      ("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien"
              + " zestien zeventien achttien negentien")
          .split(" ", -1);
  private static final String[] TENS =
      "- - twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(" ", -1);
  private static final String[] GROUPS = {"", "duizend", " miljoen", " miljard", " biljoen"};

  @Override
  public String whole(long number) {
    if (number < 2) {
      return number == 0 ? ONES[0] : ONE;
    }
    StringBuilder words = new StringBuilder();
    long scale = 1_000_000_000_000L;
    for (int group = 4; group >= 0; group--) {
      int part = (int) (number / scale % 1000);
      if (part > 0) {
        boolean silentOne = part == 1 && group == 1;
        words
            .append(words.isEmpty() ? "" : " ")
            .append(silentOne ? "" : part == 1 && group > 1 ? ONE : hundreds(part))
            .append(GROUPS[group]);
      }
      scale /= 1000;
    }
    return words.toString();
  }

  private static String hundreds(int number) {
    if (number < 100) {
      return tens(number);
    }
    String many = number / 100 == 1 ? "" : ONES[number / 100];
    return many + "honderd" + (number % 100 == 0 ? "" : tens(number % 100));
  }

  private static String tens(int number) {
    if (number < 20) {
      return ONES[number];
    }
    if (number % 10 == 0) {
      return TENS[number / 10];
    }
    String one = ONES[number % 10];
    return one + (one.endsWith("e") ? "ën" : "en") + TENS[number / 10];
  }

  @Override
  public String ordinal(long number) {
    long tens = number % 100;
    String whole = number == 1 ? ONES[1] : whole(number);
    if (tens == 1 || tens == 3) {
      String stem = whole.substring(0, whole.length() - (tens == 1 ? 3 : 4));
      return stem + (tens == 1 ? "eerste" : "derde");
    }
    if (tens == 0 && whole.endsWith("nul")) {
      return "nulde";
    }
    boolean soft = tens >= 2 && tens <= 19 && tens != 8;
    return whole + (soft ? "de" : "ste");
  }

  @Override
  public String ordinalSign(long number) {
    return ordinal(number);
  }
}
