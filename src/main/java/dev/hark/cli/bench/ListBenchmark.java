package dev.hark.cli.bench;

import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Sentence;
import java.util.function.Consumer;

/**
 * Seconds of {@code hark tasks --filter fair-pay} over 10,000 open task groups, and whether the
 * client's memory stays under its bound meanwhile.
 */
record ListBenchmark() implements Benchmark {
  private static final int GROUPS = 10_000;
  private static final int RUNS = 5;
  private static final double MOST_MEGABYTES = 200;

  @Override
  public String name() {
    return "list";
  }

  @Override
  public String unit() {
    return "s";
  }

  @Override
  public double goal() {
    return 2;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    try (EmbeddedHub hub = stage.demoHub(tell)) {
      hub.enlarge(GROUPS);
      tell.accept(Sentence.of("bench.groups", GROUPS));
      double[] millis = new double[RUNS];
      double most = 0;
      for (int i = 0; i < RUNS; i++) {
        ProcessRun run =
            ProcessRun.of(stage, stage.hark("tasks", "--filter", "fair-pay", "--limit", "20"));
        millis[i] = run.millis();
        most = Math.max(most, run.megabytes());
      }
      Samples samples = new Samples(millis);
      tell.accept(
          Sentence.of(
              "bench.figures",
              "hark tasks --filter fair-pay --limit 20",
              samples.median(),
              samples.least(),
              samples.most(),
              RUNS));
      tell.accept(Sentence.of("bench.memory", most, MOST_MEGABYTES));
      return most > MOST_MEGABYTES ? Double.POSITIVE_INFINITY : samples.median() / 1000;
    }
  }
}
