package dev.hark.wording;

import dev.hark.fault.Sentence;
import dev.hark.fault.Theirs;
import dev.hark.task.Money;
import dev.hark.task.MoneyRange;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns sentences into the words of one language. Written and spoken are the same words.
 *
 * <p>The part of a sentence's key before its first dot names the bundle: {@code session.accepted}
 * stands in {@code dev/hark/wording/session.properties} (English) and {@code session_nl.properties}
 * (Dutch). In a message, {@code {0}} is the first argument in words, and {@code {0:task|tasks}} is
 * one of two forms, chosen by the first argument's number, and {@code {^0}} is the first argument
 * in words that begin with a capital. A quote is a quote.
 *
 * <p>Arguments may be strings, numbers, {@link Money}, {@link MoneyRange}, {@link Currency}, {@link
 * Duration}, {@link Instant} (a time of today, or a day and a time), {@link LocalDate}, {@link
 * Locale} (a language by its name), nested sentences, {@link Spelled} ones too, {@link Theirs}, and
 * lists of them. What strangers wrote cannot steer a terminal or turn the direction of a line: such
 * characters become spaces.
 */
public final class Wording {
  private final Locale locale;
  private final Bundles bundles;
  private final Numbers numbers;

  private final Clock clock;

  private Wording(Locale locale, Clock clock) {
    this.locale = locale;
    this.clock = clock;
    this.bundles = new Bundles(locale);
    this.numbers = Numbers.of(locale);
  }

  /** English where the language is not spoken. */
  public static Wording of(Locale locale) {
    return of(locale, Clock.system(ZoneId.systemDefault()));
  }

  /**
   * @param clock what today is, and in which zone times are told
   */
  public static Wording of(Locale locale, Clock clock) {
    return new Wording(locale.getLanguage().equals("nl") ? Locale.of("nl") : Locale.ENGLISH, clock);
  }

  public Locale locale() {
    return locale;
  }

  /** Whether there are words for a key; a hub may be newer than they are. */
  public boolean knows(String key) {
    return bundles.knows(key);
  }

  public String say(Sentence sentence) {
    return say(sentence, _ -> {});
  }

  /**
   * The words of a sentence.
   *
   * @param passedOn hears what is somebody else's in them, in its order
   */
  public String say(Sentence sentence, Consumer<Theirs> passedOn) {
    return say(sentence, passedOn, _ -> {});
  }

  /**
   * The words of a sentence.
   *
   * @param passedOn hears what is somebody else's in them, in the order of the words
   * @param strings hears what came as a string, however deep, in the same order
   */
  public String say(Sentence sentence, Consumer<Theirs> passedOn, Consumer<String> strings) {
    return words(
        sentence,
        given -> {
          switch (given) {
            case Theirs theirs -> passedOn.accept(theirs);
            case String text -> strings.accept(text);
            default -> {}
          }
        });
  }

  /**
   * @param passedOn hears the strings and what is somebody else's
   */
  private String words(Sentence sentence, Consumer<Object> passedOn) {
    return fill(bundles.pattern(sentence.key()), sentence.args(), passedOn);
  }

  public String say(String key, Object... args) {
    return fill(bundles.pattern(key), List.of(args), _ -> {});
  }

  private String fill(String pattern, List<Object> args, Consumer<Object> passedOn) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (true) {
      int open = pattern.indexOf('{', from);
      if (open < 0) {
        return text.append(pattern, from, pattern.length()).toString();
      }
      int close = pattern.indexOf('}', open);
      text.append(pattern, from, open)
          .append(slot(pattern.substring(open + 1, close), args, passedOn));
      from = close + 1;
    }
  }

  private String slot(String slot, List<Object> args, Consumer<Object> passedOn) {
    if (slot.startsWith("^")) {
      String word = slot(slot.substring(1), args, passedOn);
      return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }
    int colon = slot.indexOf(':');
    Object arg = args.get(Integer.parseInt(colon < 0 ? slot : slot.substring(0, colon)));
    if (colon < 0) {
      return word(arg, passedOn);
    }
    String[] forms = slot.substring(colon + 1).split("\\|", -1);
    return forms[isOne(arg) || forms.length == 1 ? 0 : 1];
  }

  private static boolean isOne(Object arg) {
    return switch (arg) {
      case Number number -> number.doubleValue() == 1;
      case Collection<?> items -> items.size() == 1;
      default -> false;
    };
  }

  private String word(Object arg, Consumer<Object> passedOn) {
    return switch (arg) {
      case Theirs theirs -> {
        passedOn.accept(theirs);
        yield harmless(theirs.words());
      }
      case String text -> {
        passedOn.accept(text);
        yield harmless(text);
      }
      case Sentence sentence -> words(sentence, passedOn);
      case Spelled(Sentence sentence) ->
          Spelled.out(words(sentence, part -> passedOn.accept(spelled(part))));
      case Money money -> numbers.money(money);
      case MoneyRange range -> numbers.range(range);
      case Currency currency -> numbers.currency(currency);
      case Duration duration -> numbers.duration(duration);
      case Place(Duration at) -> place(at);
      case Instant instant -> moment(instant.atZone(clock.getZone()));
      case YearMonth month -> month(month);
      case LocalDate date -> numbers.date(date, LocalDate.now(clock));
      case LocalTime time -> numbers.time(time);
      case Locale language -> language.getDisplayLanguage(locale);
      case Double number -> numbers.decimal(number);
      case Float number -> numbers.decimal(number);
      case BigDecimal number -> numbers.exact(number);
      case Number number -> numbers.whole(number.longValue());
      case Collection<?> items ->
          numbers.list(items.stream().map(item -> word(item, passedOn)).toList());
      case Map<?, ?> byLanguage ->
          harmless(
              String.valueOf(
                  byLanguage.containsKey(locale.getLanguage())
                      ? byLanguage.get(locale.getLanguage())
                      : byLanguage.get("en")));
      default -> harmless(arg.toString());
    };
  }

  /** What is told of a part, once all is spelled. */
  private static Object spelled(Object part) {
    return switch (part) {
      case Theirs(String words, Optional<Locale> language) ->
          new Theirs(Spelled.out(harmless(words)), language);
      case String text -> Spelled.out(harmless(text));
      default -> part;
    };
  }

  /** "1 hour 2 minutes 5 seconds". */
  private String place(Duration at) {
    Duration rounded = Duration.ofSeconds(at.plusMillis(500).toSeconds());
    return rounded.isZero()
        ? numbers.duration(rounded)
        : Stream.of(
                Duration.ofHours(rounded.toHours()),
                Duration.ofMinutes(rounded.toMinutesPart()),
                Duration.ofSeconds(rounded.toSecondsPart()))
            .filter(Duration::isPositive)
            .map(numbers::duration)
            .collect(Collectors.joining(" "));
  }

  /** "November 2026". */
  private String month(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale)
        + " "
        + month.getYear();
  }

  private String moment(ZonedDateTime moment) {
    LocalDate today = LocalDate.now(clock);
    String time = numbers.time(moment.toLocalTime());
    return moment.toLocalDate().equals(today)
        ? time
        : numbers.dateTime(numbers.date(moment.toLocalDate(), today), time);
  }

  private static String harmless(String text) {
    return text.codePoints()
        .map(c -> c == '\n' || c == '\t' || !steers(c) ? c : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Control characters, and those that turn the direction of text. */
  private static boolean steers(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
