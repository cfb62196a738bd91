package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code 14:30}, {@code 2 pm}, {@code 9:05 a.m.}, {@code 10.42 uur}, {@code 14u30}. */
final class ClockNotation {
  private static final String HALF_DAY = "([ap])\\.?m\\b\\.?|([AP])\\.?M\\b\\.?";

  private final Saying saying;
  private final Tongue tongue;

  ClockNotation(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
  }

  List<Notation> notations() {
    List<Notation> all = new ArrayList<>();
    all.add(
        Notation.of(
            "(\\d{1,2}):(\\d{2})(?:\\s?(?:" + HALF_DAY + "))" + END,
            found -> halfDay(found.group(1), found.group(2), found.group(3), found.group(4))));
    all.add(
        Notation.of(
            "(\\d{1,2})\\s?(?:" + HALF_DAY + ")" + END,
            found -> halfDay(found.group(1), "00", found.group(2), found.group(3))));
    all.add(
        Notation.of(
            "(\\d{1,3}):([0-5]\\d)\\s?(?:min(?:ut(?:es?|en))?|minuut)\\b\\.?",
            found -> lasting("0", found.group(1), found.group(2))));
    all.add(
        Notation.of(
            "(\\d)h([0-5]\\d)" + END, found -> lasting(found.group(1), found.group(2), "0")));
    String after = tongue.dutch() ? "(?:\\s?(?:uur|u))?" : "(?:\\s?h(?:rs)?)?";
    all.add(
        Notation.of(
            "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?" + after + END + "(?![:]\\d)",
            found -> said(found.group(1), found.group(2), found.group(3))));
    all.add(
        Notation.of(
            "(\\d{1,2})[uh](\\d{2})" + END, found -> said(found.group(1), found.group(2), null)));
    if (tongue.dutch()) {
      all.add(
          Notation.of(
              "(\\d{1,2})\\.(\\d{2})\\s?(?:uur|u)" + END,
              found -> said(found.group(1), found.group(2), null)));
    }
    return all;
  }

  private String lasting(String hours, String minutes, String seconds) {
    return new Durations(saying)
        .said(0, Long.parseLong(hours), Long.parseLong(minutes), Long.parseLong(seconds));
  }

  private @Nullable String halfDay(
      String hour, String minute, @Nullable String small, @Nullable String large) {
    int hours = Integer.parseInt(hour);
    int minutes = Integer.parseInt(minute);
    if (hours > 12 || minutes > 59) {
      return null;
    }
    String half = (small != null ? small : String.valueOf(large)).equalsIgnoreCase("a") ? "A" : "P";
    String clock =
        minutes == 0
            ? saying.numerals().whole(hours)
            : saying.numerals().whole(hours)
                + " "
                + (minutes < 10 ? saying.numerals().oh(minutes) : saying.numerals().whole(minutes));
    return clock + " " + half + " M";
  }

  /**
   * A time of the day; a duration where it can be none, or where it is written like one.
   *
   * @return null where it is neither
   */
  @Nullable String said(String hour, String minute, @Nullable String second) {
    int hours = Integer.parseInt(hour);
    int minutes = Integer.parseInt(minute);
    if (minutes > 59 || (second != null && Integer.parseInt(second) > 59)) {
      return null;
    }
    Durations durations = new Durations(saying);
    if (second != null && hour.length() == 1) {
      return durations.said(0, hours, minutes, Integer.parseInt(second));
    }
    if (hours > 24 || (second == null && hour.equals("0"))) {
      return second == null
          ? durations.said(0, 0, hours, minutes)
          : durations.said(0, hours, minutes, Integer.parseInt(second));
    }
    String clock = clock(hours, minutes);
    if (second == null) {
      return clock;
    }
    return clock
        + " "
        + tongue.word("and")
        + " "
        + durations.said(0, 0, 0, Integer.parseInt(second));
  }

  private String clock(int hours, int minutes) {
    Numerals numerals = saying.numerals();
    if (minutes == 0) {
      return numerals.whole(hours) + " " + tongue.word("oclock");
    }
    if (tongue.dutch()) {
      return numerals.whole(hours) + " " + tongue.word("oclock") + " " + numerals.whole(minutes);
    }
    return numerals.whole(hours)
        + " "
        + (minutes < 10 ? numerals.oh(minutes) : numerals.whole(minutes));
  }
}
