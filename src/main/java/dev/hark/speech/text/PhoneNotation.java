package dev.hark.speech.text;

import static dev.hark.speech.text.Notation.END;

import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code +31 6 12345678}, {@code 020-1234567}, {@code (555) 123-4567}. */
final class PhoneNotation {
  private final Saying saying;

  PhoneNotation(Saying saying) {
    this.saying = saying;
  }

  /** Those that begin with a digit. */
  List<Notation> digits() {
    return List.of(
        Notation.of("0\\d{3}[\\s-]\\d{4}" + END, this::phone),
        Notation.of("0\\d{1,3}[\\s-]\\d{6,8}" + END, this::phone),
        Notation.of("0\\d(?:[\\s-]\\d{2}){4}" + END, this::phone),
        Notation.of("0\\d{2,3}[\\s-]\\d{2,4}[\\s-]\\d{2,4}(?:[\\s-]\\d{2,4})?" + END, this::phone),
        Notation.of("\\d{3}-\\d{3}-\\d{4}" + END, this::phone),
        Notation.of("\\d{3}-\\d{4}" + END + "(?!-)", this::phone));
  }

  /** Those that begin with a sign. */
  List<Notation> signs() {
    return List.of(
        Notation.of("\\+\\d{1,3}(?:[\\s.-]?\\(?\\d{1,12}\\)?){1,6}" + END, this::phone),
        Notation.of("\\(\\d{2,4}\\)\\s?\\d{3,4}[\\s-]?\\d{3,5}" + END, this::phone));
  }

  private @Nullable String phone(MatchResult found) {
    String written = found.group();
    long digits = written.chars().filter(Character::isDigit).count();
    if (digits < 7 || digits > 15) {
      return null;
    }
    StringBuilder said = new StringBuilder();
    for (String group : written.split("\\D+", -1)) {
      if (!group.isEmpty()) {
        said.append(said.isEmpty() ? "" : ", ").append(saying.numerals().apart(group));
      }
    }
    String plus = written.startsWith("+") ? saying.tongue().word("plus") + " " : "";
    return plus + said;
  }
}
