package dev.hark.market.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Figures as old sources write them: as numbers or as texts. */
final class Figures {
  private static final int MOST_PEOPLE = 10_000_000;

  private Figures() {}

  /** A number; empty where there is none, or none that a source means. */
  static OptionalDouble number(JsonNode json) {
    if (json.isNumber()) {
      return OptionalDouble.of(json.doubleValue());
    }
    String text = json.asText("").strip();
    return json.isTextual() && text.matches("\\d{1,9}(\\.\\d{1,9})?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** How many people; empty where that is no number of people. */
  static OptionalInt people(JsonNode json) {
    OptionalDouble number = number(json);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double value = number.getAsDouble();
    return value >= 0 && value <= MOST_PEOPLE && value == Math.rint(value)
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }

  /** Whether something was said at all. */
  static boolean isThere(JsonNode json) {
    return !json.isMissingNode() && !json.isNull();
  }
}
