package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code 15 %}, {@code 3-5 min}, {@code 16kHz}, {@code 120 km/h}, {@code 8-bit}. */
final class QuantityNotation {
  /** Letters that are units only where they touch their number. */
  private static final Set<String> TOUCHING =
      Set.of("A", "V", "W", "x", "k", "K", "M", "B", "u", "L", "h", "in", "C", "F");

  private final Saying saying;
  private final Tongue tongue;
  private final Per per;

  QuantityNotation(Saying saying) {
    this.saying = saying;
    this.tongue = saying.tongue();
    this.per = new Per(tongue);
  }

  List<Notation> notations() {
    String number = "(" + Figure.WRITTEN + ")";
    String units = "(" + Notation.anyOf(tongue.units().keySet()) + ")";
    return List.of(
        Notation.of(
            number + "(?:\\s?[-–—]\\s?" + number + ")?(\\s|-)?" + units + END + Per.FORM,
            this::quantity));
  }

  private @Nullable String quantity(MatchResult found) {
    String written = found.group(4);
    String between = found.group(3);
    if (between != null
        && TOUCHING.contains(written)
        && !(hours(written) && !between.equals("-"))) {
      return null;
    }
    if (decade(found.group(1), written, between)) {
      return null;
    }
    Unit unit = Objects.requireNonNull(tongue.units().get(written));
    Figure first = Figure.of(found.group(1), tongue.point());
    String number = saying.numerals().amount(first);
    boolean single = first.isOne() || "-".equals(between);
    if (found.group(2) != null) {
      Figure last = Figure.of(found.group(2), tongue.point());
      number += " " + tongue.word("to") + " " + saying.numerals().amount(last);
      single = "-".equals(between);
    }
    return number + " " + (single ? unit.one() : unit.many()) + per.said(found.group(5));
  }

  private static boolean hours(String unit) {
    return unit.equals("h") || unit.equals("u");
  }

  /** {@code 1990s} is no number of seconds. */
  private static boolean decade(String number, String unit, @Nullable String between) {
    return between == null && unit.equals("s") && number.matches("(?:1[1-9]|20)\\d0");
  }
}
