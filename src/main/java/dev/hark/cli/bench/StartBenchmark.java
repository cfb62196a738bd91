package dev.hark.cli.bench;

import dev.hark.cli.hub.EmbeddedHub;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole-process time of {@code hark tasks --limit 5} against a running hub, as a ratio to a
 * bare Java hello on the same JDK. The two run by turns, so that a busy machine slows both.
 */
record StartBenchmark() implements Benchmark {
  private static final int WARM_UP = 3;
  private static final int PAIRS = 15;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String unit() {
    return "x";
  }

  @Override
  public double goal() {
    return 8;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    List<String> hello = hello(stage);
    List<String> tasks = stage.hark("tasks", "--limit", "5");
    try (EmbeddedHub _ = stage.demoHub(tell)) {
      for (int i = 0; i < WARM_UP; i++) {
        stage.time(hello);
        stage.time(tasks);
      }
      double[] hellos = new double[PAIRS];
      double[] starts = new double[PAIRS];
      for (int i = 0; i < PAIRS; i++) {
        hellos[i] = stage.time(hello);
        starts[i] = stage.time(tasks);
      }
      Samples bare = new Samples(hellos);
      Samples start = new Samples(starts);
      tell.accept(figures("java Hello", bare));
      tell.accept(figures("hark tasks --limit 5", start));
      return start.median() / bare.median();
    }
  }

  private static Sentence figures(String program, Samples samples) {
    return Sentence.of(
        "bench.figures", program, samples.median(), samples.least(), samples.most(), PAIRS);
  }

  /** A class that only says hello, made on the fly. */
  private static List<String> hello(Stage stage) {
    Path folder = stage.folder("hello");
    Path source = folder.resolve("Hello.java");
    try {
      Files.writeString(
          source,
          "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    } catch (IOException e) {
      throw Stage.failed(List.of(source.toString()), e);
    }
    String compiler = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
    stage.time(List.of(compiler, "-d", folder.toString(), source.toString()));
    return List.of(Stage.java(), "-cp", folder.toString(), "Hello");
  }
}
