package dev.hark.hub.store;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page ended: the values that a list is ordered by, in its order.
 *
 * @param values as text
 */
public record Cursor(List<String> values) {
  private static final String SEPARATOR = "\n";

  public Cursor {
    values = List.copyOf(values);
  }

  public static Cursor of(Object... values) {
    return new Cursor(Stream.of(values).map(String::valueOf).toList());
  }

  /**
   * Reads what {@link #opaque} made.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} for anything else
   */
  public static Cursor parse(String opaque) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(opaque), StandardCharsets.UTF_8);
      return new Cursor(List.of(text.split(SEPARATOR, -1)));
    } catch (IllegalArgumentException e) {
      throw bad();
    }
  }

  public String opaque() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            values.stream()
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where there is no such text
   */
  public String text(int at) {
    if (at >= values.size()) {
      throw bad();
    }
    return values.get(at);
  }

  /**
   * @throws Fault.Refused with {@link Refusal#INVALID} where there is no such number
   */
  public long number(int at) {
    try {
      return Long.parseLong(text(at));
    } catch (NumberFormatException e) {
      throw bad();
    }
  }

  private static Fault.Refused bad() {
    return new Fault.Refused(Refusal.INVALID, "cursor: as the page before gave it");
  }
}
