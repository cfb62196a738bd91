package dev.hark.hub.metrics;

import java.util.function.DoubleSupplier;

/** Lines of Prometheus' text format. */
final class Text {
  private final StringBuilder lines = new StringBuilder();

  void head(String name, String help, String type) {
    lines.append("# HELP ").append(name).append(' ').append(help).append('\n');
    lines.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  void line(String name, String labels, DoubleSupplier value) {
    lines.append(name);
    if (!labels.isEmpty()) {
      lines.append('{').append(labels).append('}');
    }
    lines.append(' ').append(number(value.getAsDouble())).append('\n');
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
