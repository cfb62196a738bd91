package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code €14.71}, {@code 14,71 €}, {@code USD 5}, {@code $13–16/h}, {@code 15c}, {@code € 5,-}. */
final class MoneyNotation {
  private static final String TO = "\\s?[-–—]\\s?";
  private static final String NUMBER =
      "(" + Figure.WRITTEN + "(?:" + Figure.NO_CENTS + ")?|" + Figure.BROKEN + ")";
  private static final Map<String, String> SCALES =
      Map.ofEntries(
          Map.entry("k", "thousand"),
          Map.entry("K", "thousand"),
          Map.entry("thousand", "thousand"),
          Map.entry("duizend", "thousand"),
          Map.entry("M", "million"),
          Map.entry("m", "million"),
          Map.entry("mln", "million"),
          Map.entry("million", "million"),
          Map.entry("miljoen", "million"),
          Map.entry("bn", "billion"),
          Map.entry("mld", "billion"),
          Map.entry("billion", "billion"),
          Map.entry("miljard", "billion"));

  private final Saying saying;
  private final Tongue tongue;
  private final Per per;
  private final Map<String, Coin> named = new TreeMap<>();

  MoneyNotation(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.per = new Per(tongue);
    for (Coin coin : tongue.coins().values()) {
      named.put(coin.one(), coin);
      named.put(coin.many(), coin);
    }
  }

  /** Those that begin with a sign or a code. */
  List<Notation> signs() {
    String sign = sign();
    String scale = scale();
    String minus = "([-−])?";
    String before =
        minus
            + sign
            + "\\s?"
            + minus
            + NUMBER
            + scale
            + "(?:"
            + TO
            + "(?:"
            + Notation.anyOf(tongue.coins().keySet())
            + "\\s?)?"
            + NUMBER
            + scale
            + ")?"
            + "(?![\\d\\p{L}])"
            + Per.FORM;
    List<String> beginnings = new ArrayList<>(tongue.coins().keySet());
    beginnings.addAll(List.of("-", "−"));
    return List.of(Notation.of(before, this::before).beginning(beginnings));
  }

  private String sign() {
    return "(" + Notation.anyOf(tongue.coins().keySet()) + ")";
  }

  private static String scale() {
    return "(?:\\s?(" + Notation.anyOf(SCALES.keySet()) + ")" + END + ")?";
  }

  /** Those that begin with a digit. */
  List<Notation> digits() {
    String sign = sign();
    String scale = scale();
    String after =
        NUMBER
            + scale
            + "(?:"
            + TO
            + NUMBER
            + scale
            + ")?\\s?"
            + sign
            + "(?![\\d\\p{L}])"
            + Per.FORM;
    String names =
        "(\\d{1,9})[.,](\\d\\d)\\s(" + Notation.anyOf(named.keySet()) + ")" + END + Per.FORM;
    String cents = NUMBER + "(?:" + TO + NUMBER + ")?\\s?(¢|c|ct|cts)" + END + Per.FORM;
    String pence = "(\\d{1,2})p" + END;
    return List.of(
        Notation.of(after, this::after),
        Notation.of(names, this::names),
        Notation.of(cents, this::cents),
        Notation.of(pence, found -> tongue.dutch() ? null : pence(found)));
  }

  private @Nullable String before(MatchResult found) {
    Coin coin = Objects.requireNonNull(tongue.coins().get(found.group(2)));
    boolean minus = found.group(1) != null || found.group(3) != null;
    String amount = amount(coin, found.group(4), found.group(5), found.group(6), found.group(7));
    return (minus ? tongue.word("minus") + " " : "") + amount + per.said(found.group(8));
  }

  private @Nullable String after(MatchResult found) {
    Coin coin = Objects.requireNonNull(tongue.coins().get(found.group(5)));
    return amount(coin, found.group(1), found.group(2), found.group(3), found.group(4))
        + per.said(found.group(6));
  }

  private @Nullable String names(MatchResult found) {
    Coin coin = Objects.requireNonNull(named.get(found.group(3)));
    if (coin.part().isEmpty()) {
      return null;
    }
    return one(coin, new Figure(found.group(1), found.group(2)), null) + per.said(found.group(4));
  }

  private String amount(
      Coin coin,
      String low,
      @Nullable String lowScale,
      @Nullable String high,
      @Nullable String highScale) {
    Figure first = Figure.of(low, tongue.point());
    if (high == null) {
      return one(coin, first, lowScale);
    }
    Figure last = Figure.of(high, tongue.point());
    String to = " " + tongue.word("to") + " ";
    if (first.isWhole() && lowScale == null) {
      return saying.numerals().whole(first.whole()) + to + one(coin, last, highScale);
    }
    return one(coin, first, lowScale) + to + one(coin, last, highScale);
  }

  private String one(Coin coin, Figure figure, @Nullable String scale) {
    Numerals numerals = saying.numerals();
    if (scale != null) {
      String word = tongue.word(Objects.requireNonNull(SCALES.get(scale)));
      return numerals.amount(figure) + " " + word + " " + coin.many();
    }
    // Three noughts may be thousands to whoever wrote them: said as they stand.
    boolean round = figure.decimals().matches("0{0,2}");
    if (round || figure.decimals().matches("0{" + coin.digits() + "}")) {
      boolean single = figure.whole().equals("1");
      return numerals.whole(figure.whole()) + " " + (single ? coin.one() : coin.many());
    }
    String decimals = figure.decimals();
    if (decimals.length() == 1) {
      decimals += "0";
    }
    if (coin.part().isEmpty() || decimals.length() != coin.digits()) {
      return numerals.amount(figure) + " " + coin.many();
    }
    long parts = Long.parseLong(decimals);
    String small = numerals.whole(parts) + " " + (parts == 1 ? coin.part() : coin.parts());
    if (figure.whole().matches("0+")) {
      return small;
    }
    boolean clear = parts >= 10 && coin.digits() == 2;
    return numerals.whole(figure.whole())
        + " "
        + (figure.whole().equals("1") ? coin.one() : coin.many())
        + " "
        + (clear ? numerals.whole(parts) : small);
  }

  private String cents(MatchResult found) {
    Coin coin = Objects.requireNonNull(tongue.coins().get("EUR"));
    Figure low = Figure.of(found.group(1), tongue.point());
    String number = saying.numerals().amount(low);
    boolean single = low.isOne() && found.group(2) == null;
    if (found.group(2) != null) {
      Figure high = Figure.of(found.group(2), tongue.point());
      number += " " + tongue.word("to") + " " + saying.numerals().amount(high);
    }
    return number + " " + (single ? coin.part() : coin.parts()) + per.said(found.group(4));
  }

  private String pence(MatchResult found) {
    Coin coin = Objects.requireNonNull(tongue.coins().get("GBP"));
    long count = Long.parseLong(found.group(1));
    return saying.numerals().whole(count) + " " + (count == 1 ? coin.part() : coin.parts());
  }
}
