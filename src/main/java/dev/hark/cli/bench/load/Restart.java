package dev.hark.cli.bench.load;

import dev.hark.cli.hub.MeasuredHub;
import dev.hark.fault.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** How soon a hub that has much behind it serves again. */
public final class Restart {
  private static final int RUNS = 5;

  private final Path folder;
  private final Consumer<Sentence> tell;

  /**
   * @param folder of the hub's data
   * @param tell takes what was measured
   */
  public Restart(Path folder, Consumer<Sentence> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /**
   * Seconds from the start of the process to its first answer, the median of several.
   *
   * @param answers how many the hub has, approved and paid
   * @param serve starts a hub on the folder, and says its address on its first line
   */
  public double seconds(int answers, ProcessBuilder serve) throws IOException {
    Path file = folder.resolve("hub.db");
    try (MeasuredHub hub =
        MeasuredHub.start(folder, "jdbc:sqlite:" + file, (source, writing) -> source)) {
      hub.answers(answers);
    }
    tell.accept(Sentence.of("bench.size", answers, Files.size(file) / 1e6));
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      seconds.add(once(serve));
    }
    double median = CycleRates.median(seconds);
    tell.accept(Sentence.of("bench.restart", answers, median));
    return median;
  }

  private static double once(ProcessBuilder serve) throws IOException {
    long begin = System.nanoTime();
    Process process = serve.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = process.inputReader()) {
      String address = said.readLine();
      if (address == null) {
        throw new IOException("the hub did not start");
      }
      try (Line line = new Line(URI.create(address.strip()), "none")) {
        if (line.get("/health").status() != 200) {
          throw new IOException("the hub is not well");
        }
      }
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
