package dev.hark.speech.text;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a language calls things, read from this package's tables when the language is first spoken.
 */
final class Tongue {
  private static final Map<String, Tongue> KNOWN = new ConcurrentHashMap<>();
  private static final List<String> LANGUAGES = List.of("en", "nl");

  private final String language;
  private final Properties words;
  private final NumberWords numbers;
  private final Map<String, Coin> coins = new HashMap<>();
  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Abbreviation> abbreviations = new HashMap<>();
  private final Map<Integer, Sign> signs = new HashMap<>();
  private final Map<String, String> emoji = new HashMap<>();
  private final Map<String, Integer> months = new LinkedHashMap<>();
  private final List<String> monthNames;
  private final Map<String, String> weekdays = new LinkedHashMap<>();

  /**
   * @param when {@code always}, {@code some} or {@code all}
   */
  record Sign(String when, String name) {}

  /**
   * @param beforeNumber whether it is short only where a number follows: {@code no. 5}
   * @param mayEnd whether a sentence may end with it
   */
  record Abbreviation(String said, boolean beforeNumber, boolean mayEnd) {}

  private Tongue(String language) {
    this.language = language;
    boolean dutch = language.equals("nl");
    words = Table.words(language + "/words.properties");
    numbers = dutch ? new DutchNumbers() : new EnglishNumbers();
    for (String[] row : Table.rows("currencies.tsv", 8)) {
      Coin coin =
          dutch
              ? new Coin(row[0], row[6], row[6], row[7], row[7])
              : new Coin(row[0], row[2], row[3], row[4], row[5]);
      coins.put(row[0], coin);
      for (String sign : row[1].split(" ", -1)) {
        coins.put(sign, coin);
      }
    }
    coins.remove("");
    for (String[] row : Table.rows("units.tsv", 5)) {
      Unit unit = dutch ? new Unit(row[3], row[4]) : new Unit(row[1], row[2]);
      if (!unit.one().equals(row[0])) {
        units.put(row[0], unit);
      }
    }
    for (String[] row : Table.rows(language + "/abbreviations.tsv", 3)) {
      abbreviations.put(
          row[0], new Abbreviation(row[1], row[2].equals("number"), row[2].equals("end")));
    }
    for (String[] row : Table.rows("signs.tsv", 4)) {
      signs.put(row[0].codePointAt(0), new Sign(row[1], row[dutch ? 3 : 2]));
    }
    for (String[] row : Table.rows("emoji.tsv", 3)) {
      emoji.put(row[0], row[dutch ? 2 : 1]);
    }
    List<String[]> names = Table.rows(language + "/months.tsv", 2);
    monthNames = names.stream().map(row -> row[0]).toList();
    for (int month = 0; month < names.size(); month++) {
      String[] name = names.get(month);
      for (String written : (name[0] + " " + name[1]).split(" ", -1)) {
        months.put(written, month + 1);
        months.put(capitalised(written), month + 1);
      }
    }
    for (String[] row : Table.rows(language + "/weekdays.tsv", 2)) {
      for (String brief : row[1].split(" ", -1)) {
        weekdays.put(brief, row[0]);
        weekdays.put(capitalised(brief), capitalised(row[0]));
      }
    }
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** The language's, where this package knows it. */
  static Optional<Tongue> of(Locale locale) {
    String language = locale.getLanguage();
    return LANGUAGES.contains(language)
        ? Optional.of(KNOWN.computeIfAbsent(language, Tongue::new))
        : Optional.empty();
  }

  boolean dutch() {
    return language.equals("nl");
  }

  Locale locale() {
    return Locale.of(language);
  }

  NumberWords numbers() {
    return numbers;
  }

  /** The mark before the decimals. */
  char point() {
    return dutch() ? ',' : '.';
  }

  /** A small word of the language, with its places filled. */
  String word(String key, Object... args) {
    String word = words.getProperty(key);
    if (word == null) {
      throw new IllegalArgumentException("no word " + key);
    }
    return args.length == 0 ? word : MessageFormat.format(word.replace("'", "''"), args);
  }

  /** Signs and codes of currencies. */
  Map<String, Coin> coins() {
    return coins;
  }

  Map<String, Unit> units() {
    return units;
  }

  Map<String, Abbreviation> abbreviations() {
    return abbreviations;
  }

  @Nullable Sign sign(int codePoint) {
    return signs.get(codePoint);
  }

  @Nullable String emoji(String picture) {
    return emoji.get(picture);
  }

  /** Full and short names, and which month each is, from 1. */
  Map<String, Integer> months() {
    return months;
  }

  String month(int number) {
    return monthNames.get(number - 1);
  }

  /** Short names, and the full name of each. */
  Map<String, String> weekdays() {
    return weekdays;
  }
}
