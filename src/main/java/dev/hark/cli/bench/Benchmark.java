package dev.hark.cli.bench;

import dev.hark.fault.Sentence;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** One thing that is measured. */
sealed interface Benchmark
    permits StartBenchmark,
        FirstWordBenchmark,
        ListBenchmark,
        Benchmark.OfAllowed,
        SpeechBenchmark,
        VoiceBenchmark,
        RespeakBenchmark {
  /** One of several measures, whose figure is the worst of them as a share of what is allowed. */
  sealed interface OfAllowed extends Benchmark permits HubBenchmark, ScanBenchmark, MergeBenchmark {
    @Override
    default String unit() {
      return "of what is allowed";
    }

    @Override
    default double goal() {
      return 1;
    }
  }

  /** What it is called on the command line. */
  String name();

  /** What the figure counts. */
  String unit();

  /** The largest figure that is good enough. */
  double goal();

  /**
   * Measures; takes up to a few minutes.
   *
   * @param stage where it runs
   * @param tell takes what was measured on the way
   * @return the figure
   */
  double measure(Stage stage, Consumer<Sentence> tell);

  /**
   * All of them.
   *
   * @param crowd where the answers of a crowd are; real speech lies in the folder beside it
   * @param minutes how long speech goes on without an end
   * @param environment of the process
   */
  static List<Benchmark> all(Path crowd, double minutes, Map<String, String> environment) {
    Path recordings = crowd.resolveSibling("speech");
    return List.of(
        new StartBenchmark(),
        new FirstWordBenchmark(),
        new ListBenchmark(),
        new HubBenchmark(),
        new ScanBenchmark(),
        new MergeBenchmark(crowd),
        new SpeechBenchmark(minutes),
        new VoiceBenchmark(recordings),
        new RespeakBenchmark(recordings, environment));
  }

  /** The last line of every benchmark, such as {@code start: 4.9 x (goal 8)}. */
  static String lastLine(Benchmark benchmark, double figure) {
    return String.format(
        Locale.ROOT,
        "%s: %s %s (goal %s)",
        benchmark.name(),
        figure(figure),
        benchmark.unit(),
        figure(benchmark.goal()));
  }

  /** At most one decimal, at most two below 2. */
  private static String figure(double number) {
    return new DecimalFormat(
            number < 2 ? "0.##" : "0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}
