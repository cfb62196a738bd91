package dev.hark.cli.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Many workers at once for a while. */
final class Load {
  private Load() {}

  /**
   * What was done.
   *
   * @param perSecond cycles in a second, of all workers together
   * @param p50Millis half of the cycles took no longer
   * @param p99Millis 99 of 100 cycles took no longer
   */
  record Result(double perSecond, double p50Millis, double p99Millis) {}

  /**
   * Runs as fast as it goes.
   *
   * @param workers how many at once
   * @param time how long
   * @param cycle makes each worker's cycle, by number
   */
  static Result full(int workers, Duration time, IntFunction<Cycle> cycle) {
    return run(workers, time, 0, cycle);
  }

  /**
   * Runs at a rate that is kept: a cycle that starts late counts from when it should have started.
   *
   * @param perSecond of all workers together
   */
  static Result paced(int workers, Duration time, double perSecond, IntFunction<Cycle> cycle) {
    return run(workers, time, workers / perSecond * 1e9, cycle);
  }

  private static Result run(
      int workers, Duration time, double everyNanos, IntFunction<Cycle> cycle) {
    List<Future<long[]>> futures = new ArrayList<>();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      for (int i = 0; i < workers; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  try (Cycle mine = cycle.apply(number)) {
                    long first = begin + (long) (everyNanos * number / workers);
                    return times(mine, first, end, everyNanos);
                  }
                }));
      }
      long[] all = futures.stream().map(Load::get).flatMapToLong(Arrays::stream).sorted().toArray();
      double seconds = (System.nanoTime() - begin) / 1e9;
      return new Result(
          all.length / seconds, all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6);
    }
  }

  private static long[] times(Cycle cycle, long first, long end, double everyNanos)
      throws Exception {
    long[] times = new long[1024];
    int count = 0;
    long due = first;
    while (true) {
      long now = System.nanoTime();
      if (everyNanos == 0) {
        due = now;
      }
      while (now < due) {
        LockSupport.parkNanos(due - now);
        now = System.nanoTime();
      }
      if (now >= end) {
        return Arrays.copyOf(times, count);
      }
      cycle.run();
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = System.nanoTime() - due;
      due += (long) everyNanos;
    }
  }

  private static long[] get(Future<long[]> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
