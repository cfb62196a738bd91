package dev.hark.speech.freetts;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text fit for FreeTTS, which drops what it does not know: signs of money, accents, dates in
 * digits, addresses and ids. What it reads well is left alone.
 */
final class EnglishText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM y", Locale.ENGLISH);
  private static final Pattern ISO_DATE =
      Pattern.compile(
          "\\b(\\d{4})-(\\d\\d)-(\\d\\d)(?:T(\\d\\d:\\d\\d)[\\d:.]*(?:Z|[+-]\\d\\d:?\\d\\d)?)?\\b");
  private static final Pattern LINK =
      Pattern.compile("\\b(?:https?|ftp)://([^\\s/?#:\"'<>)]+)[^\\s\"'<>)]*(?<![.,;!?])");
  private static final Pattern MAIL = Pattern.compile("\\b([\\w.+-]+)@([\\w-]+(?:\\.[\\w-]+)+)\\b");
  private static final Pattern MONEY_SIGN =
      Pattern.compile("([€£$¥₹])\\s?(\\d[\\d,]*)(?:\\.(\\d\\d))?(?!\\d)");
  private static final Pattern MONEY_AFTER =
      Pattern.compile("\\b(\\d[\\d,]*)(?:[.](\\d\\d))?\\s?([€£¥₹])");
  private static final Pattern MONEY_CODE =
      Pattern.compile("\\b(EUR|GBP|USD|JPY|INR)\\s?(\\d[\\d,]*)(?:\\.(\\d\\d))?\\b");
  private static final Pattern TIME =
      Pattern.compile("\\b([01]?\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d))?\\b");
  private static final Pattern ID =
      Pattern.compile("\\b(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[A-Za-z0-9][\\w-]{5,}[A-Za-z0-9]\\b");
  private static final Pattern WORD_AND_NUMBER = Pattern.compile("([A-Za-z]+)-?(\\d{1,3})");

  private EnglishText() {}

  static String speakable(String text) {
    String plain = Normalizer.normalize(text.replace("…", ", "), Normalizer.Form.NFKC);
    plain = replace(LINK, plain, match -> " a link to " + dotted(match.group(1)) + " ");
    plain = replace(MAIL, plain, match -> dotted(match.group(1)) + " at " + dotted(match.group(2)));
    plain = replace(ISO_DATE, plain, EnglishText::date);
    plain = replace(MONEY_SIGN, plain, m -> money(m.group(1), m.group(2), m.group(3)));
    plain = replace(MONEY_AFTER, plain, m -> money(m.group(3), m.group(1), m.group(2)));
    plain = replace(MONEY_CODE, plain, m -> money(m.group(1), m.group(2), m.group(3)));
    plain = replace(TIME, plain, EnglishText::time);
    plain = replace(ID, plain, match -> id(match.group()));
    return Letters.known(Symbols.inWords(plain)).strip();
  }

  private static String replace(
      Pattern pattern, String text, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)));
  }

  private static String dotted(String name) {
    return name.replace(".", " dot ").replace("_", " ").replace("-", " ");
  }

  private static String date(MatchResult match) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(2)),
              Integer.parseInt(match.group(3)));
      String time = match.group(4);
      return DAY.format(day) + (time == null ? "" : " at " + time);
    } catch (DateTimeException e) {
      return match.group();
    }
  }

  private static String money(String sign, String whole, @Nullable String parts) {
    String many = whole.equals("1") ? "" : "s";
    String unit =
        whole
            + switch (sign) {
              case "€", "EUR" -> " euro" + many;
              case "£", "GBP" -> " pound" + many;
              case "$", "USD" -> " dollar" + many;
              case "₹", "INR" -> " rupee" + many;
              default -> " yen";
            };
    if (parts == null || parts.equals("00")) {
      return unit;
    }
    return unit + " " + (parts.startsWith("0") ? "and " + parts.charAt(1) + " cents" : parts);
  }

  /** FreeTTS reads 10:42 well, stumbles over 9:05, and says only "thirteen" for 13:00. */
  private static String time(MatchResult match) {
    int hour = Integer.parseInt(match.group(1));
    int minute = Integer.parseInt(match.group(2));
    String clock =
        minute == 0
            ? hour + " o'clock"
            : minute < 10 ? hour + " oh " + minute : hour + ":" + match.group(2);
    if (match.group(3) == null) {
      return clock;
    }
    return hour + " " + minute + " and " + Integer.parseInt(match.group(3)) + " seconds";
  }

  /** Short ids are spelled; of long ones the end is enough to tell them apart. */
  private static String id(String id) {
    var named = WORD_AND_NUMBER.matcher(id);
    if (named.matches()) {
      return named.group(1) + " " + named.group(2);
    }
    if (!id.matches(".*\\d.*\\d.*")) {
      return id;
    }
    String bare = id.replaceAll("[-_]", "");
    return bare.length() <= 10
        ? spelled(bare)
        : "an id that ends in " + spelled(bare.substring(bare.length() - 4));
  }

  private static String spelled(String letters) {
    return String.join(" ", letters.split("")).toUpperCase(Locale.ROOT);
  }
}
