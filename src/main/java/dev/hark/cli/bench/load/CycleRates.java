package dev.hark.cli.bench.load;

import dev.hark.cli.hub.MeasuredHub;
import dev.hark.fault.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.sqlite.SQLiteConfig;

/**
 * Full cycles of list, accept and submit by 64 workers, through a hub and by the same transactions
 * without one, by turns on one database.
 */
public final class CycleRates {
  private static final int WORKERS = 64;
  private static final int ROUNDS = 5;
  private static final int GROUPS = 1_000;
  private static final int TASKS = 200;

  /** A hub has so much more code than plain transactions that it takes a minute to be compiled. */
  private static final Duration WARMING_HUB = Duration.ofSeconds(60);

  private static final Duration WARMING_RAW = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(6);

  private final Path folder;
  private final String url;
  private final Consumer<Sentence> tell;

  /**
   * @param folder for the hub's data
   * @param url of an empty database
   * @param tell takes what was measured
   */
  public CycleRates(Path folder, String url, Consumer<Sentence> tell) {
    this.folder = folder;
    this.url = url;
    this.tell = tell;
  }

  /** The hub's rate as a share of that without a hub; the median of the rounds. */
  public double share() throws IOException {
    try {
      return measure();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private double measure() throws IOException, SQLException {
    Scripts scripts = scripts();
    try (MeasuredHub hub = MeasuredHub.start(folder, url, (source, writing) -> source);
        RawConnections connections = connections()) {
      List<Person> workers = people(hub);
      int[] turn = {1};
      IntFunction<Cycle> http =
          number -> http(hub, workers.get(number), turn[0] * WORKERS + number);
      IntFunction<Cycle> raw =
          number ->
              new RawCycle(scripts, connections, workers.get(number), turn[0] * WORKERS + number);
      Load.full(WORKERS, WARMING_HUB, http);
      turn[0]++;
      Load.full(WORKERS, WARMING_RAW, raw);
      List<Double> shares = new ArrayList<>();
      List<Double> rates = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        turn[0]++;
        double without = Load.full(WORKERS, ROUND, raw).perSecond();
        turn[0]++;
        double with = Load.full(WORKERS, ROUND, http).perSecond();
        tell.accept(Sentence.of("bench.cycles", kind(), without, with, with / without));
        shares.add(with / without);
        rates.add(with);
      }
      double rate = median(rates);
      turn[0]++;
      Load.Result half = Load.paced(WORKERS, ROUND.multipliedBy(2), rate / 2, http);
      tell.accept(
          Sentence.of(
              "bench.cycles-half", kind(), half.perSecond(), half.p50Millis(), half.p99Millis()));
      return median(shares);
    }
  }

  /** Listens to one worker of a hub of its own, on the same database. */
  private Scripts scripts() throws IOException {
    Tape tape = new Tape();
    try (MeasuredHub hub = MeasuredHub.start(folder, url, tape::listen)) {
      hub.add(GROUPS, TASKS);
      LocalPostgres.analyze(url);
      MeasuredHub.Worker one = hub.workers(1).getFirst();
      Scripts scripts = Scripts.record(hub.uri(), tape, new Person(one.id(), one.token()));
      tell.accept(
          Sentence.of(
              "bench.statements",
              scripts.list().statements(),
              scripts.accept().statements(),
              scripts.submit().statements()));
      return scripts;
    }
  }

  private static List<Person> people(MeasuredHub hub) {
    return hub.workers(WORKERS).stream().map(one -> new Person(one.id(), one.token())).toList();
  }

  private static Cycle http(MeasuredHub hub, Person worker, int number) {
    try {
      return new HttpCycle(hub.uri(), worker.token(), number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many connections as a hub has, and as safe. */
  private RawConnections connections() throws SQLException {
    return sqlite()
        ? new RawConnections(
            1,
            4,
            writing -> {
              SQLiteConfig config = new SQLiteConfig();
              config.setJournalMode(SQLiteConfig.JournalMode.WAL);
              config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
              config.setBusyTimeout(5_000);
              config.enforceForeignKeys(true);
              return config.createConnection(url);
            })
        : new RawConnections(
            16,
            8,
            writing -> {
              Connection connection = DriverManager.getConnection(url);
              connection.setTransactionIsolation(
                  writing
                      ? Connection.TRANSACTION_READ_COMMITTED
                      : Connection.TRANSACTION_REPEATABLE_READ);
              connection.setReadOnly(!writing);
              try (Statement statement = connection.createStatement()) {
                statement.execute("set session plan_cache_mode = force_generic_plan");
              }
              return connection;
            });
  }

  private boolean sqlite() {
    return url.startsWith("jdbc:sqlite:");
  }

  private String kind() {
    return sqlite() ? "SQLite" : "PostgreSQL";
  }

  static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
