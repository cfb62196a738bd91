package dev.hark.cli.bench;

import dev.hark.cli.bench.merge.Crowd;
import dev.hark.cli.bench.merge.MergeQuality;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Texts merged of real answers of a crowd, against what was said: how many errors they have, how
 * true their probabilities are, how many answers need be bought, what each part of the method
 * brings, and what it costs. The figure is the worst of all as a share of what is allowed.
 *
 * @param crowd folder of CrowdSpeech's development splits
 */
record MergeBenchmark(Path crowd) implements Benchmark.OfAllowed {
  private static final int RUNS = 5;
  private static final double MOST_SECONDS = 1.3;

  /** What the JVM may use; the rest is the JVM itself. */
  private static final double MOST_MEGABYTES = 256;

  @Override
  public String name() {
    return "merge";
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    double worst = new MergeQuality(crowd, tell).worst();
    // The launcher may have to learn first how to start this quickly.
    ProcessRun.of(stage, command(stage, "hark"));
    ProcessRun[] hark = new ProcessRun[RUNS];
    ProcessRun[] rover = new ProcessRun[RUNS];
    for (int i = 0; i < RUNS; i++) {
      hark[i] = ProcessRun.of(stage, command(stage, "hark"));
      rover[i] = ProcessRun.of(stage, command(stage, "rover"));
    }
    double seconds = figures(tell, "hark", hark) / 1e3;
    figures(tell, "rover", rover);
    double megabytes =
        IntStream.range(0, RUNS).mapToDouble(i -> hark[i].megabytes()).max().orElseThrow();
    tell.accept(Sentence.of("bench.memory", megabytes, MOST_MEGABYTES));
    return Math.max(worst, Math.max(seconds / MOST_SECONDS, megabytes / MOST_MEGABYTES));
  }

  private List<String> command(Stage stage, String method) {
    return stage.hark(
        "transcript",
        "merge",
        "--method",
        method,
        "--crowd",
        Crowd.answers(crowd.toAbsolutePath(), Crowd.CLEAN).toString(),
        "--out",
        stage.root().resolve("texts.tsv").toString());
  }

  private static double figures(Consumer<Sentence> tell, String method, ProcessRun... runs) {
    Samples samples =
        new Samples(IntStream.range(0, RUNS).mapToDouble(i -> runs[i].millis()).toArray());
    tell.accept(
        Sentence.of(
            "bench.figures",
            "hark transcript merge --method " + method,
            samples.median(),
            samples.least(),
            samples.most(),
            RUNS));
    return samples.median();
  }
}
