package dev.hark.hub.metrics;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts values by size. Safe for use by several threads. */
public final class Histogram implements Metrics.Series {
  /** For what takes from a millisecond to some seconds. */
  public static final List<Double> SECONDS =
      List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

  private final List<Double> bounds;
  private final List<LongAdder> counts;
  private final DoubleAdder sum = new DoubleAdder();

  Histogram(List<Double> bounds) {
    this.bounds = List.copyOf(bounds);
    this.counts = Stream.generate(LongAdder::new).limit(bounds.size() + 1L).toList();
  }

  public void add(double value) {
    int bucket = 0;
    while (bucket < bounds.size() && value > bounds.get(bucket)) {
      bucket++;
    }
    counts.get(bucket).increment();
    sum.add(value);
  }

  @Override
  public void write(Text text, String name, String labels) {
    String before = labels.isEmpty() ? "" : labels + ",";
    long below = 0;
    for (int i = 0; i < counts.size(); i++) {
      below += counts.get(i).sum();
      long count = below;
      String bound = i < bounds.size() ? bounds.get(i).toString() : "+Inf";
      text.line(name + "_bucket", before + "le=\"" + bound + "\"", () -> count);
    }
    long all = below;
    text.line(name + "_sum", labels, sum::sum);
    text.line(name + "_count", labels, () -> all);
  }
}
