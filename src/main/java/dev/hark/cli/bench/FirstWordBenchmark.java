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
import java.util.stream.Stream;

/**
 * Seconds from the command to the first spoken sample of a session, hub and all, where the market
 * was made before. Sound goes to files; the first that holds more than a header ends the clock.
 */
record FirstWordBenchmark() implements Benchmark {
  private static final int WARM_UP = 1;
  private static final int RUNS = 7;
  private static final int HEADER_BYTES = 44;
  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long GIVE_UP = TimeUnit.SECONDS.toNanos(60);

  @Override
  public String name() {
    return "first-word";
  }

  @Override
  public String unit() {
    return "s";
  }

  @Override
  public double goal() {
    return 1.5;
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    try (EmbeddedHub _ = stage.demoHub(tell)) {
      tell.accept(Sentence.of("bench.market-ready"));
    }
    double[] millis = new double[RUNS];
    for (int i = -WARM_UP; i < RUNS; i++) {
      double one = session(stage, stage.folder("sound" + (i + WARM_UP)));
      if (i >= 0) {
        millis[i] = one;
      }
    }
    Samples samples = new Samples(millis);
    tell.accept(
        Sentence.of(
            "bench.figures",
            "hark work --speak",
            samples.median(),
            samples.least(),
            samples.most(),
            RUNS));
    return samples.median() / 1000;
  }

  private static double session(Stage stage, Path sound) {
    List<String> command = stage.hark("work", "--speak", "--sound-to", sound.toString());
    ProcessBuilder builder =
        stage
            .program(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long begin = System.nanoTime();
    try {
      Process process = builder.start();
      try {
        while (!sounds(sound)) {
          if (!process.isAlive() || System.nanoTime() - begin > GIVE_UP) {
            throw Stage.failed(command, null);
          }
          LockSupport.parkNanos(LOOK_EVERY);
        }
        return (System.nanoTime() - begin) / 1e6;
      } finally {
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (IOException e) {
      throw Stage.failed(command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Stage.failed(command, e);
    }
  }

  private static boolean sounds(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.size(file) > HEADER_BYTES) {
          return true;
        }
      }
      return false;
    }
  }
}
