package dev.hark.cli.bench.load;

import dev.hark.cli.hub.MeasuredHub;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What accepting and a list's first page cost in a huge market, against a small one. */
public final class Growth {
  private static final int ROUNDS = 1_500;
  private static final int WARMING = 1_500;

  private static final int SMALL_GROUPS = 20;
  private static final int HUGE_GROUPS = 20_000;
  private static final int TASKS = 50;
  private static final int SMALL_CROWD = 100;
  private static final int HUGE_CROWD = 100_000;

  private final Path folder;
  private final Consumer<Sentence> tell;

  /**
   * @param folder for the hubs' data
   * @param tell takes what was measured
   */
  public Growth(Path folder, Consumer<Sentence> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /**
   * The larger of the two costs in the huge market as a multiple of that in the small one, medians
   * of requests that go to the two by turns.
   *
   * @param kind of database, for people
   * @param small of an empty database
   * @param huge of another
   */
  public double factor(String kind, String small, String huge) throws IOException {
    try (MeasuredHub few =
            MeasuredHub.start(folder.resolve("few"), small, (source, writing) -> source);
        MeasuredHub many =
            MeasuredHub.start(folder.resolve("many"), huge, (source, writing) -> source)) {
      few.add(SMALL_GROUPS, TASKS);
      few.crowd(SMALL_CROWD);
      many.add(HUGE_GROUPS, TASKS);
      many.crowd(HUGE_CROWD);
      LocalPostgres.analyze(small);
      LocalPostgres.analyze(huge);
      tell.accept(Sentence.of("bench.grown", kind, HUGE_GROUPS * TASKS, HUGE_GROUPS, HUGE_CROWD));
      try (Visitor one = new Visitor(few);
          Visitor other = new Visitor(many)) {
        for (int i = 0; i < WARMING; i++) {
          one.visit(0);
          other.visit(0);
        }
        Visitor[] both = {one, other};
        one.begin();
        other.begin();
        for (int i = 0; i < ROUNDS; i++) {
          both[i % 2].visit(i);
          both[1 - i % 2].visit(i);
        }
        double list = other.list() / one.list();
        double accept = other.accept() / one.accept();
        tell.accept(Sentence.of("bench.growth-list", kind, other.list(), one.list(), list));
        tell.accept(Sentence.of("bench.growth-accept", kind, other.accept(), one.accept(), accept));
        return Math.max(list, accept);
      }
    }
  }

  /** A worker who looks, takes a task and gives it back, with a watch. */
  private static final class Visitor implements AutoCloseable {
    private final HttpCycle cycle;
    private double[] lists = new double[0];
    private double[] accepts = new double[0];
    private int count;

    Visitor(MeasuredHub hub) throws IOException {
      cycle = new HttpCycle(hub.uri(), hub.workers(1).getFirst().token(), 1);
    }

    void begin() {
      lists = new double[ROUNDS];
      accepts = new double[ROUNDS];
    }

    void visit(int round) throws IOException {
      long begin = System.nanoTime();
      List<String> groups = cycle.list();
      long listed = System.nanoTime();
      String assignment = cycle.accept(groups.get(count % groups.size()), "visit-" + count++);
      long accepted = System.nanoTime();
      cycle.giveBack(assignment);
      if (round < lists.length) {
        lists[round] = (listed - begin) / 1e6;
        accepts[round] = (accepted - listed) / 1e6;
      }
    }

    double list() {
      return middle(lists);
    }

    double accept() {
      return middle(accepts);
    }

    private static double middle(double[] millis) {
      double[] sorted = millis.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }

    @Override
    public void close() throws IOException {
      cycle.close();
    }
  }
}
