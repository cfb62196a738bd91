package dev.hark.cli.bench;

import dev.hark.cli.bench.load.CycleRates;
import dev.hark.cli.bench.load.Growth;
import dev.hark.cli.bench.load.LocalPostgres;
import dev.hark.cli.bench.load.Restart;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The hub under load, on both databases: its rate as a share of the same transactions without it,
 * what growth costs, and its restart with a million answers. The figure is the worst of all, each
 * as a share of what is allowed.
 */
record HubBenchmark() implements Benchmark.OfAllowed {
  private static final double LEAST_SHARE = 0.5;
  private static final double MOST_GROWTH = 1.5;
  private static final double MOST_SECONDS = 2;
  private static final int ANSWERS = 1_000_000;

  @Override
  public String name() {
    return "hub";
  }

  @Override
  public double measure(Stage stage, Consumer<Sentence> tell) {
    try (Databases databases = Databases.open(stage, tell)) {
      double worst = databases.postgres().isPresent() ? 0 : Double.POSITIVE_INFINITY;
      worst = Math.max(worst, cycles(stage, databases.sqlite("cycles"), "SQLite", tell));
      if (databases.postgres().isPresent()) {
        String url = databases.postgres().get().database();
        worst = Math.max(worst, cycles(stage, url, "PostgreSQL", tell));
      }
      Growth growth = new Growth(stage.folder("growth"), tell);
      worst =
          Math.max(
              worst,
              growth.factor("SQLite", databases.sqlite("few"), databases.sqlite("many"))
                  / MOST_GROWTH);
      if (databases.postgres().isPresent()) {
        LocalPostgres server = databases.postgres().get();
        worst =
            Math.max(
                worst,
                growth.factor("PostgreSQL", server.database(), server.database()) / MOST_GROWTH);
      }
      Path folder = stage.folder("restart");
      double seconds =
          new Restart(folder, tell)
              .seconds(
                  ANSWERS, stage.program(stage.hark("hub", "serve", "--data", folder.toString())));
      return Math.max(worst, seconds / MOST_SECONDS);
    } catch (IOException e) {
      throw Stage.failed(stage.hark("bench", name()), e);
    }
  }

  private static double cycles(Stage stage, String url, String kind, Consumer<Sentence> tell)
      throws IOException {
    double share = new CycleRates(stage.folder("cycles-" + kind), url, tell).share();
    tell.accept(Sentence.of("bench.share", kind, share, LEAST_SHARE));
    return LEAST_SHARE / share;
  }

  /** Where databases come from. */
  private record Databases(Stage stage, Optional<LocalPostgres> postgres) implements AutoCloseable {
    static Databases open(Stage stage, Consumer<Sentence> tell) throws IOException {
      try {
        Optional<LocalPostgres> server = LocalPostgres.start();
        if (server.isEmpty()) {
          tell.accept(Sentence.of("bench.no-postgres"));
        }
        return new Databases(stage, server);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    String sqlite(String name) {
      return "jdbc:sqlite:" + stage.folder("databases").resolve(name + ".db");
    }

    @Override
    public void close() throws IOException {
      if (postgres.isPresent()) {
        postgres.get().close();
      }
    }
  }
}
