package dev.hark.hub.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happened. Safe for use by several threads. */
public final class Counter implements Metrics.Series {
  private final LongAdder count = new LongAdder();

  Counter() {}

  public void add() {
    count.increment();
  }

  public void add(long more) {
    count.add(more);
  }

  public long sum() {
    return count.sum();
  }

  @Override
  public void write(Text text, String name, String labels) {
    text.line(name, labels, count::sum);
  }
}
