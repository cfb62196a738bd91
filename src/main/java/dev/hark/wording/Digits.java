package dev.hark.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Digits with the marks of one language. */
final class Digits {
  private final char group;
  private final char point;

  Digits(char group, char point) {
    this.group = group;
    this.point = point;
  }

  /** Groups of three from four digits on. */
  String whole(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int at = text.length() - 3; at > first; at -= 3) {
      text.insert(at, group);
    }
    return text.toString();
  }

  String decimal(double number) {
    if (!Double.isFinite(number)) {
      return "?";
    }
    return exact(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP));
  }

  String exact(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    BigDecimal whole = plain.setScale(0, RoundingMode.DOWN);
    String sign = plain.signum() < 0 && whole.signum() == 0 ? "-" : "";
    String front =
        whole.precision() > 18 ? whole.toPlainString() : sign + whole(whole.longValueExact());
    if (plain.scale() <= 0) {
      return front;
    }
    String all = plain.toPlainString();
    return front + point + all.substring(all.indexOf('.') + 1);
  }

  static String list(List<String> items, String and) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, items.size() - 1)) + and + items.getLast();
  }
}
