package dev.hark.wording;

import dev.hark.fault.Sentence;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Turns sentences into the words of one language. Written and spoken are the same words.
 *
 * <p>The part of a sentence's key before its first dot names the bundle: {@code session.accepted}
 * stands in {@code dev/hark/wording/session.properties} (English) and {@code session_nl.properties}
 * (Dutch). In a message, {@code {0}} is the first argument in words, and {@code {0:task|tasks}} is
 * one of two forms, chosen by the first argument's number, and {@code {^0}} is the first argument
 * in words that begin with a capital. A quote is a quote.
 */
public final class Wording {
  private final Locale locale;
  private final Bundles bundles;
  private final Numbers numbers;

  private Wording(Locale locale) {
    this.locale = locale;
    this.bundles = new Bundles(locale);
    this.numbers = Numbers.of(locale);
  }

  /** English where the language is not spoken. */
  public static Wording of(Locale locale) {
    return new Wording(locale.getLanguage().equals("nl") ? Locale.of("nl") : Locale.ENGLISH);
  }

  public Locale locale() {
    return locale;
  }

  public String say(Sentence sentence) {
    return fill(bundles.pattern(sentence.key()), sentence.args());
  }

  public String say(String key, Object... args) {
    return fill(bundles.pattern(key), List.of(args));
  }

  private String fill(String pattern, List<Object> args) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (true) {
      int open = pattern.indexOf('{', from);
      if (open < 0) {
        return text.append(pattern, from, pattern.length()).toString();
      }
      int close = pattern.indexOf('}', open);
      text.append(pattern, from, open).append(slot(pattern.substring(open + 1, close), args));
      from = close + 1;
    }
  }

  private String slot(String slot, List<Object> args) {
    if (slot.startsWith("^")) {
      String word = slot(slot.substring(1), args);
      return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
    int colon = slot.indexOf(':');
    Object arg = args.get(Integer.parseInt(colon < 0 ? slot : slot.substring(0, colon)));
    if (colon < 0) {
      return word(arg);
    }
    String[] forms = slot.substring(colon + 1).split("\\|", -1);
    boolean one = arg instanceof Number number && number.doubleValue() == 1;
    return forms[one ? 0 : 1];
  }

  private String word(Object arg) {
    return switch (arg) {
      case String text -> text;
      case Sentence sentence -> say(sentence);
      case Money money -> numbers.money(money);
      case MoneyRange range -> numbers.range(range);
      case Duration duration -> numbers.duration(duration);
      case Instant instant -> numbers.time(instant.atZone(ZoneId.systemDefault()).toLocalTime());
      case LocalDate date -> numbers.date(date);
      case Double number -> numbers.decimal(number);
      case Number number -> numbers.whole(number.longValue());
      default -> arg.toString();
    };
  }
}
