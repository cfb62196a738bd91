package dev.hark.hub.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;

/**
 * What one hub counts since it started. Names and labels are those of the code: nothing that a
 * caller sent may be among them. Safe for use by several threads.
 */
public final class Metrics {
  private final Map<String, Family> families = new ConcurrentHashMap<>();

  private record Family(String type, String help, SortedMap<String, Series> series) {}

  /** One line, or the lines of one histogram. */
  interface Series {
    void write(Text text, String name, String labels);
  }

  /**
   * The counter of a name and labels; made where there is none.
   *
   * @param name ending in {@code _total}
   * @param labels names and values by turns
   */
  public Counter counter(String name, String help, String... labels) {
    return (Counter) series("counter", name, help, labels, Counter::new);
  }

  /**
   * The histogram of a name and labels; made where there is none.
   *
   * @param bounds of its buckets, ascending
   */
  public Histogram histogram(String name, String help, List<Double> bounds, String... labels) {
    return (Histogram) series("histogram", name, help, labels, () -> new Histogram(bounds));
  }

  /**
   * A number that is read when it is asked for.
   *
   * @param value quick to tell; not a number where it cannot be told now
   */
  public void gauge(String name, String help, DoubleSupplier value, String... labels) {
    series("gauge", name, help, labels, () -> (text, at, by) -> text.line(at, by, value));
  }

  private Series series(
      String type,
      String name,
      String help,
      String[] labels,
      java.util.function.Supplier<Series> make) {
    return families
        .computeIfAbsent(name, _ -> new Family(type, help, new ConcurrentSkipListMap<>()))
        .series()
        .computeIfAbsent(written(labels), _ -> make.get());
  }

  private static String written(String[] labels) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < labels.length; i += 2) {
      String value = labels[i + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      pairs.add(labels[i] + "=\"" + value + "\"");
    }
    return String.join(",", pairs);
  }

  /** All of it in Prometheus' text format, version 0.0.4. */
  public String text() {
    Text text = new Text();
    families.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Family family = entry.getValue();
              text.head(entry.getKey(), family.help(), family.type());
              family
                  .series()
                  .forEach((labels, series) -> series.write(text, entry.getKey(), labels));
            });
    return text.toString();
  }
}
