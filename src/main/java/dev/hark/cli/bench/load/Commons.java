package dev.hark.cli.bench.load;

import dev.hark.cli.hub.MeasuredHub;
import dev.hark.cli.hub.MeasuredHub.Reviewed;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a rating and a review cost where there are very many reviews, against few. */
public final class Commons {
  private static final int MUCH_REVIEWED = 10_000;
  private static final int OFTEN_REVIEWED = 1_000;
  private static final int OFTEN = 10;
  private static final int COPIES = 98;
  private static final int SELDOM_REVIEWED = 10;
  private static final int ROUNDS = 2_000;
  private static final int WARMING = 3_000;
  private static final int WRITES = 200;

  private final Path folder;
  private final Consumer<Sentence> tell;

  /**
   * @param folder for the hub's data
   * @param tell takes what was measured
   */
  public Commons(Path folder, Consumer<Sentence> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /**
   * Milliseconds for the rating of the requester with most reviews among all, the median of many
   * looks.
   */
  public double rating() throws IOException {
    Path file = folder.resolve("hub.db");
    try (MeasuredHub hub =
        MeasuredHub.start(folder, "jdbc:sqlite:" + file, (source, writing) -> source)) {
      List<Integer> counts = new ArrayList<>(List.of(MUCH_REVIEWED, SELDOM_REVIEWED));
      for (int i = 0; i < OFTEN; i++) {
        counts.add(OFTEN_REVIEWED);
      }
      List<Reviewed> requesters = new ArrayList<>(hub.reviewed(counts));
      Reviewed much = requesters.get(0);
      Reviewed seldom = requesters.get(1);
      for (Reviewed often : List.copyOf(requesters.subList(2, requesters.size()))) {
        requesters.addAll(hub.copy(often, COPIES));
      }
      tell.accept(
          Sentence.of(
              "bench.commons",
              requesters.stream().mapToInt(Reviewed::reviews).sum(),
              requesters.size(),
              Files.size(file) / 1e6,
              used() / 1e6,
              OFTEN * COPIES));
      double[] looks = looks(hub, requesters, much);
      double[] few = looks(hub, requesters, seldom);
      double median = looks[looks.length / 2];
      tell.accept(
          Sentence.of(
              "bench.rating",
              much.reviews(),
              median,
              looks[looks.length * 99 / 100],
              seldom.reviews(),
              few[few.length / 2]));
      double[] many = times(WRITES, i -> hub.review(much, i));
      double[] some = times(WRITES, i -> hub.review(seldom, i));
      tell.accept(
          Sentence.of(
              "bench.review",
              many[WRITES / 2],
              much.reviews(),
              some[WRITES / 2],
              seldom.reviews()));
      return median;
    }
  }

  /** Looks at one requester between looks at all others, so that nothing is at hand. */
  private static double[] looks(MeasuredHub hub, List<Reviewed> requesters, Reviewed one)
      throws IOException {
    if (hub.reviewers(one) != one.reviews()) {
      throw new IOException("not all reviews count");
    }
    IntConsumer other = i -> hub.reviewers(requesters.get(i * 7 % requesters.size()));
    for (int i = 0; i < WARMING; i++) {
      other.accept(i);
    }
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      other.accept(i);
      long begin = System.nanoTime();
      hub.reviewers(one);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static double[] times(int rounds, IntConsumer what) {
    double[] millis = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      what.accept(i);
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return millis;
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
