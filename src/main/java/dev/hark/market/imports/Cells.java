package dev.hark.market.imports;

import dev.hark.fault.Sentence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of one row, by column, and what each of them means. */
final class Cells {
  static final int MOST_WORDS = 20_000;
  static final int MOST_NAME = 200;
  private static final int MOST_COUNT = 10_000_000;
  private static final long MOST_SECONDS = 604_800;
  private static final int MICROS = 6;
  private static final BigDecimal MOST_REWARD = BigDecimal.valueOf(10_000);

  private static final Instant EARLIEST = Instant.parse("2001-01-01T00:00:00Z");
  private static final Pattern OLD_ID = Pattern.compile("A[0-9A-Z]{9,29}");
  private static final Pattern MARK = Pattern.compile("[1-5](?:\\.0{1,4})?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,15})?");
  private static final Set<String> NOTHING =
      Set.of("", "0", "0.0", "0.00", "null", "nil", "none", "n/a", "na", "-");
  private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
  private static final Set<String> NO =
      Set.of("no", "n", "false", "f", "0", "", "n/a", "na", "null", "nil", "none", "-");
  private static final List<DateTimeFormatter> DAYS =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-M-d", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("uuuu/M/d", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));

  private final Map<Column, String> values = new EnumMap<>(Column.class);
  private final Map<Column, String> names = new EnumMap<>(Column.class);
  private final Instant now;

  /**
   * @param now no review was written later
   */
  Cells(Instant now) {
    this.now = now;
  }

  /**
   * @param name the column's own
   * @throws BrokenValue where no hub could keep it
   */
  void put(Column column, String name, String value) throws BrokenValue {
    int most = column == Column.WORDS ? MOST_WORDS : MOST_NAME;
    names.put(column, name);
    if (value.length() > most) {
      throw broken(column, "imported.too-long", value.length(), most);
    }
    if (!isText(value)) {
      throw broken(column, "imported.no-text");
    }
    values.put(column, value);
  }

  private static boolean isText(String value) {
    for (int i = 0; i < value.length(); i++) {
      char at = value.charAt(i);
      boolean pair = i + 1 < value.length() && Character.isSurrogatePair(at, value.charAt(i + 1));
      if (at == 0 || (Character.isSurrogate(at) && !pair)) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }

  boolean has(Column column) {
    return values.containsKey(column);
  }

  String text(Column column) {
    return values.getOrDefault(column, "");
  }

  /** The same without white space around it, in small letters. */
  private String word(Column column) {
    return text(column).strip().toLowerCase(Locale.ROOT);
  }

  String requester() throws BrokenValue {
    Column column = has(Column.REQUESTER) ? Column.REQUESTER : Column.ID;
    String id = text(column).strip();
    if (!OLD_ID.matcher(id).matches()) {
      throw broken(column, "imported.bad-id", id);
    }
    return id;
  }

  static boolean isRequester(String id) {
    return OLD_ID.matcher(id).matches();
  }

  /** 1 to 5; empty where it does not apply. */
  Optional<Integer> mark(Column column) throws BrokenValue {
    String word = word(column);
    if (NOTHING.contains(word)) {
      return Optional.empty();
    }
    if (!MARK.matcher(word).matches()) {
      throw broken(column, "imported.bad-mark", text(column));
    }
    return Optional.of(word.charAt(0) - '0');
  }

  /** 1 to 5; empty where there is none. */
  Optional<Double> mean(Column column) throws BrokenValue {
    Optional<BigDecimal> mean = number(column);
    if (mean.isPresent()
        && (mean.get().compareTo(BigDecimal.ONE) < 0
            || mean.get().compareTo(BigDecimal.valueOf(5)) > 0)) {
      throw broken(column, "imported.bad-mean", text(column));
    }
    return mean.map(BigDecimal::doubleValue);
  }

  boolean yes(Column column) throws BrokenValue {
    String word = word(column);
    if (YES.contains(word)) {
      return true;
    }
    if (!NO.contains(word)) {
      throw broken(column, "imported.bad-yes", text(column));
    }
    return false;
  }

  /** {@code NONE}, {@code SOME} or {@code ALL}; empty where it does not apply. */
  Optional<String> rejected() throws BrokenValue {
    return switch (word(Column.REJECTED)) {
      case "", "n/a", "na", "null", "nil", "-" -> Optional.empty();
      case "no", "none", "false", "0" -> Optional.of("NONE");
      case "some" -> Optional.of("SOME");
      case "yes", "all", "true", "1" -> Optional.of("ALL");
      default -> throw broken(Column.REJECTED, "imported.bad-rejected", text(Column.REJECTED));
    };
  }

  /** In millionths of a dollar. */
  Optional<Long> dollars(Column column) throws BrokenValue {
    Optional<BigDecimal> dollars = number(column);
    if (dollars.isPresent()
        && (dollars.get().stripTrailingZeros().scale() > MICROS
            || dollars.get().compareTo(MOST_REWARD) > 0)) {
      throw broken(column, "imported.bad-dollars", text(column));
    }
    return dollars.map(some -> some.movePointRight(MICROS).longValueExact());
  }

  Optional<Long> seconds() throws BrokenValue {
    Optional<Long> seconds =
        number(Column.SECONDS)
            .map(some -> Math.max(1, some.setScale(0, RoundingMode.HALF_UP).longValueExact()));
    if (seconds.filter(some -> some > MOST_SECONDS).isPresent()) {
      throw broken(Column.SECONDS, "imported.bad-seconds", text(Column.SECONDS));
    }
    return seconds;
  }

  /** More than 0; empty where nothing is said. */
  Optional<Integer> count(Column column) throws BrokenValue {
    Optional<BigDecimal> count = number(column);
    if (count.isPresent()
        && (count.get().stripTrailingZeros().scale() > 0
            || count.get().compareTo(BigDecimal.valueOf(MOST_COUNT)) > 0)) {
      throw broken(column, "imported.bad-count", text(column));
    }
    return count.map(BigDecimal::intValueExact);
  }

  /** More than 0; empty where nothing is said. */
  Optional<BigDecimal> number(Column column) throws BrokenValue {
    String word = word(column);
    String plain = word.startsWith("$") ? word.substring(1).strip() : word;
    if (NOTHING.contains(plain)) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(plain).matches()) {
      throw broken(column, "imported.bad-number", text(column));
    }
    BigDecimal number = new BigDecimal(plain);
    return number.signum() == 0 ? Optional.empty() : Optional.of(number);
  }

  Instant date() throws BrokenValue {
    String text = text(Column.DATE).strip();
    Optional<Instant> at = time(text);
    if (at.isEmpty()) {
      throw broken(Column.DATE, text.isEmpty() ? "imported.no-date" : "imported.bad-date", text);
    }
    if (at.get().isBefore(EARLIEST) || at.get().isAfter(now)) {
      throw broken(Column.DATE, "imported.date-range", text);
    }
    return at.get();
  }

  private static Optional<Instant> time(String text) {
    String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (?=\\d)", "$1T");
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException _) {
      // Another way to write it may fit.
    }
    try {
      return Optional.of(LocalDateTime.parse(iso.replace(" UTC", "")).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      // The same.
    }
    for (DateTimeFormatter day : DAYS) {
      try {
        return Optional.of(LocalDate.parse(text, day).atStartOfDay(ZoneOffset.UTC).toInstant());
      } catch (DateTimeException _) {
        // The same.
      }
    }
    return Optional.empty();
  }

  private BrokenValue broken(Column column, String key, Object... args) {
    Object[] shown = args.clone();
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] instanceof String text && text.length() > 60) {
        shown[i] = text.substring(0, text.offsetByCodePoints(0, 50)) + "…";
      }
    }
    return new BrokenValue(names.getOrDefault(column, ""), Sentence.of(key, shown));
  }
}
