package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code PT1H5M}, {@code 1h 30m}, {@code 5m}, {@code 1:05:30}. */
final class Durations {
  private final Saying saying;
  private final Tongue tongue;

  Durations(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
  }

  /** Those that begin with a digit. */
  List<Notation> digits() {
    String hour = tongue.dutch() ? "[hu]" : "h";
    return List.of(
        Notation.of(
            "(?:(\\d{1,4})d\\s?)?(\\d{1,4})\\s?"
                + hour
                + "\\s?(\\d{1,2})\\s?(?:min|m)(?:\\s?(\\d{1,2})\\s?s)?"
                + END,
            this::said),
        Notation.of("(\\d{1,4})d(?:\\s(\\d{1,4})\\s?" + hour + ")()()" + END, this::said),
        Notation.of("()()(\\d{1,4})m(?:\\s?(\\d{1,2})s)?" + END, this::said),
        Notation.of(
            "(\\d{1,4})[-–](?=\\d{1,4}m" + END + ")",
            found -> saying.numerals().whole(found.group(1)) + " " + tongue.word("to") + " "));
  }

  /** Those that begin with a letter. */
  List<Notation> letters() {
    return List.of(
        Notation.of(
                "P(?:(\\d{1,4})D)?(?=T\\d|"
                    + END
                    + ")(?:T(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})S)?)?"
                    + END,
                this::said)
            .beginning(List.of("P")));
  }

  private @Nullable String said(MatchResult found) {
    String words =
        said(
            number(found.group(1)),
            number(found.group(2)),
            number(found.group(3)),
            number(found.group(4)));
    return found.group().equals("P") ? null : words;
  }

  private static long number(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  String said(long days, long hours, long minutes, long seconds) {
    List<String> parts = new ArrayList<>();
    add(parts, days, "day");
    add(parts, hours, "hour");
    add(parts, minutes, "minute");
    add(parts, seconds, "second");
    if (parts.isEmpty()) {
      parts.add(saying.numerals().whole(0) + " " + tongue.word("second.many"));
    }
    return String.join(" ", parts);
  }

  private void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      String name = tongue.word(unit + (count == 1 ? ".one" : ".many"));
      parts.add(saying.numerals().whole(count) + " " + name);
    }
  }
}
