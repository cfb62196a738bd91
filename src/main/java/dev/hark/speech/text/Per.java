package dev.hark.speech.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /h}, {@code p/u}, {@code per hr}, {@code /task}: what something is for each of. */
final class Per {
  /** What may follow an amount; its one group is the word for what it is for each of. */
  static final String FORM = "(?:\\s?(?:/|p/|per\\s)\\s?(\\p{L}{1,15}+)(?![\\p{L}\\p{N}/]))?";

  private static final Set<String> HOURS = Set.of("h", "hr", "hrs", "hour", "u", "uur");

  private final Tongue tongue;

  Per(Tongue tongue) {
    this.tongue = tongue;
  }

  /** With a blank before; empty where there is none. */
  String said(@Nullable String word) {
    if (word == null) {
      return "";
    }
    if (HOURS.contains(word)) {
      return " " + tongue.word("an-hour");
    }
    if (word.equals("d")) {
      return " " + tongue.word("per") + " " + tongue.word("day.one");
    }
    Unit unit = word.equals("m") ? null : tongue.units().get(word);
    return " " + tongue.word("per") + " " + (unit == null ? word : unit.one());
  }
}
