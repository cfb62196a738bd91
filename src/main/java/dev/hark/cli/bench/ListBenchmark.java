package dev.hark.cli.bench;

import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Seconds of {@code hark tasks --filter fair-pay} over 10,000 open task groups, and whether the
 * client's memory stays under its bound meanwhile.
 */
record ListBenchmark() implements Benchmark {
  private static final int GROUPS = 10_000;
  private static final int RUNS = 5;
  private static final double MOST_MEGABYTES = 200;
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

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
        Run run = run(stage, stage.hark("tasks", "--filter", "fair-pay", "--limit", "20"));
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

  private record Run(double millis, double megabytes) {}

  private static Run run(Stage stage, List<String> command) {
    ProcessBuilder builder =
        stage
            .program(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    double megabytes = 0;
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      while (process.isAlive()) {
        megabytes = Math.max(megabytes, peak(process.pid()));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      double millis = (System.nanoTime() - begin) / 1e6;
      if (process.waitFor() != 0) {
        throw Stage.failed(command, null);
      }
      return new Run(millis, megabytes);
    } catch (IOException e) {
      throw Stage.failed(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stage.failed(command, e);
    }
  }

  /** The most memory that a process held so far, where the system tells; else 0. */
  private static double peak(long pid) {
    String status;
    try {
      status = Files.readString(Path.of("/proc", Long.toString(pid), "status"));
    } catch (IOException _) {
      return 0;
    }
    Matcher peak = PEAK.matcher(status);
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024.0 : 0;
  }
}
