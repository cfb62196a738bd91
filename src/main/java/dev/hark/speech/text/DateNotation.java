package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code 2026-11-23}, {@code 23-11-2026}, {@code 23 Nov 2026}, {@code November 23, 2026}. */
final class DateNotation {
  private static final String YEAR = "(1[0-9]\\d\\d|20\\d\\d)";

  private final Saying saying;
  private final Tongue tongue;
  private final ClockNotation clock;

  DateNotation(Saying saying, ClockNotation clock) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.clock = clock;
  }

  /** Those that begin with a digit. */
  List<Notation> digits() {
    String month = "(" + Notation.anyOf(tongue.months().keySet()) + ")";
    String suffix = tongue.dutch() ? "(?:e|de|ste)?" : "(?:st|nd|rd|th)?";
    return List.of(
        Notation.of(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:(?:T|\\s)(\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
                + "\\s?(Z|[+-]\\d{2}:?\\d{2})?)?"
                + END,
            this::iso),
        Notation.of("(\\d{4})/(\\d{2})/(\\d{2})()()()()" + END, this::iso),
        Notation.of("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{4}|\\d{2})" + END, this::numeric),
        Notation.of("(\\d{1,2})(\\.)(\\d{1,2})\\.(\\d{4})" + END, this::numeric),
        Notation.of(
            "(\\d{1,2})"
                + suffix
                + "(?:\\s?([-–])\\s?(\\d{1,2})"
                + suffix
                + ")?\\s(?:of\\s)?"
                + month
                + "(?!\\p{L})(?:\\.(?=,?\\s?[\\d\\p{Ll}]))?(?:,?\\s"
                + YEAR
                + "(?!\\d))?",
            this::dayAndMonth),
        Notation.of(YEAR + "\\s?[-–]\\s?" + YEAR + END, this::years),
        Notation.of("((?:1[1-9]|20)\\d0)['’]?s" + END, this::decade),
        Notation.of("(?<=['’]|(?:in the|early|late|mid)[ -])([2-9]0)s" + END, this::decade),
        Notation.of("([2-9]0)['’]s" + END, this::decade));
  }

  /** Those that begin with a letter. */
  List<Notation> letters() {
    Set<String> months = tongue.months().keySet();
    Set<String> days = tongue.weekdays().keySet();
    String month = "(" + Notation.anyOf(months) + ")";
    String day = Notation.anyOf(tongue.weekdays().keySet());
    String since =
        tongue.dutch() ? "((?i)in|sinds|vanaf|tot|anno|uit)" : "((?i)in|since|from|until|by|of)";
    List<Notation> both =
        List.of(
            Notation.of(month + "\\.?\\s" + YEAR + END, this::monthAndYear).beginning(months),
            Notation.of(
                    "("
                        + day
                        + ")\\.?,?\\s(?=\\d{1,2}(?:\\s|-)"
                        + month
                        + "(?!\\p{L})|"
                        + month
                        + "\\.?\\s\\d)",
                    found -> tongue.weekdays().get(found.group(1)) + ", ")
                .beginning(days),
            Notation.of(
                    "("
                        + day
                        + ")\\.?(\\s?[-–]\\s?|\\s(?:t/m|tot|to|en|and)\\s)("
                        + day
                        + ")\\.?"
                        + END,
                    this::weekdays)
                .beginning(days),
            Notation.of(
                since + "\\s" + YEAR + "(?=[,;:!?)]|\\.(?!\\d)|\\s*+$)",
                found -> found.group(1) + " " + year(found.group(2))));
    if (tongue.dutch()) {
      return both;
    }
    List<Notation> english = new ArrayList<>();
    english.add(
        Notation.of(
                month
                    + "\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?:\\s?[-–]\\s?(\\d{1,2}))?(?:,?\\s"
                    + YEAR
                    + "(?!\\d))?(?![\\d\\p{L}]|[:.,]\\d)",
                this::monthAndDay)
            .beginning(months));
    english.addAll(both);
    return english;
  }

  private @Nullable String iso(MatchResult found) {
    String day = day(found.group(1), found.group(2), found.group(3));
    if (day == null || found.group(4) == null || found.group(4).isEmpty()) {
      return day;
    }
    String second = "00".equals(found.group(6)) ? null : found.group(6);
    String time = clock.said(found.group(4), found.group(5), second);
    return time == null ? null : day + ", " + time + zone(found.group(7));
  }

  private String zone(@Nullable String zone) {
    if (zone == null) {
      return "";
    }
    String world = " " + saying.spelled("UTC");
    if (zone.equals("Z")) {
      return world;
    }
    String minutes = zone.substring(zone.length() - 2);
    return world
        + " "
        + tongue.word(zone.charAt(0) == '-' ? "minus" : "plus")
        + " "
        + saying.numerals().whole(zone.substring(1, 3))
        + (minutes.equals("00") ? "" : " " + saying.numerals().whole(minutes));
  }

  private @Nullable String numeric(MatchResult found) {
    String year = found.group(4).length() == 2 ? "20" + found.group(4) : found.group(4);
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(3));
    if (second > 12) {
      return day(year, found.group(1), found.group(3));
    }
    boolean clear = first > 12 || first == second;
    if (clear || tongue.dutch() || !found.group(2).equals("/")) {
      return day(year, found.group(3), found.group(1));
    }
    // Which of the two is the month depends on who wrote it: said as it stands.
    String slash = " " + tongue.word("slash") + " ";
    return saying.numerals().whole(first)
        + slash
        + saying.numerals().whole(second)
        + slash
        + year(year);
  }

  private @Nullable String day(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return dayOf(date.getDayOfMonth(), date.getMonthValue()) + " " + year(year);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String dayOf(int day, int month) {
    return tongue.dutch()
        ? saying.numerals().whole(day) + " " + tongue.month(month)
        : saying.numerals().ordinal(day) + " of " + tongue.month(month);
  }

  private String year(String year) {
    return saying.numerals().year(Integer.parseInt(year));
  }

  private @Nullable String dayAndMonth(MatchResult found) {
    int day = Integer.parseInt(found.group(1));
    int month = Objects.requireNonNull(tongue.months().get(found.group(4)));
    if (day < 1 || day > 31) {
      return null;
    }
    String year = found.group(5) == null ? "" : " " + year(found.group(5));
    if (found.group(3) == null) {
      return dayOf(day, month) + year;
    }
    int last = Integer.parseInt(found.group(3));
    String first = tongue.dutch() ? saying.numerals().whole(day) : saying.numerals().ordinal(day);
    return first + " " + tongue.word("to") + " " + dayOf(last, month) + year;
  }

  private @Nullable String monthAndDay(MatchResult found) {
    int month = Objects.requireNonNull(tongue.months().get(found.group(1)));
    int day = Integer.parseInt(found.group(2));
    if (day < 1 || day > 31) {
      return null;
    }
    String to =
        found.group(3) == null
            ? ""
            : " "
                + tongue.word("to")
                + " "
                + saying.numerals().ordinal(Long.parseLong(found.group(3)));
    return tongue.month(month)
        + " "
        + saying.numerals().ordinal(day)
        + to
        + (found.group(4) == null ? "" : ", " + year(found.group(4)));
  }

  private String weekdays(MatchResult found) {
    String between = found.group(2).strip();
    Tongue.Abbreviation brief = tongue.abbreviations().get(between);
    String joined =
        brief != null
            ? brief.said()
            : between.equals("-") || between.equals("–") ? tongue.word("to") : between;
    return tongue.weekdays().get(found.group(1))
        + " "
        + joined
        + " "
        + tongue.weekdays().get(found.group(3));
  }

  private String monthAndYear(MatchResult found) {
    int month = Objects.requireNonNull(tongue.months().get(found.group(1)));
    return tongue.month(month) + " " + year(found.group(2));
  }

  private @Nullable String years(MatchResult found) {
    return found.group(1).compareTo(found.group(2)) < 0
        ? year(found.group(1)) + " " + tongue.word("to") + " " + year(found.group(2))
        : null;
  }

  private @Nullable String decade(MatchResult found) {
    if (tongue.dutch()) {
      return null;
    }
    Numerals words = new Numerals(tongue, false, NumberStyle.WHOLE);
    String year = words.year(Integer.parseInt(found.group(1)));
    return year.endsWith("y") ? year.substring(0, year.length() - 1) + "ies" : year + "s";
  }
}
