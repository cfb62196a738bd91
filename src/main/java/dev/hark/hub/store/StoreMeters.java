package dev.hark.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.hark.hub.metrics.Counter;
import dev.hark.hub.metrics.Histogram;
import dev.hark.hub.metrics.Metrics;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a store counts. */
final class StoreMeters {
  private static final String TRANSACTIONS = "hark_transactions_total";
  private static final String TRANSACTIONS_HELP = "Transactions that ended, by kind and result.";
  private static final String RETRIES = "hark_transaction_retries_total";
  private static final String RETRIES_HELP = "Transactions that were run again, by cause.";

  private final Metrics metrics;
  private final Counter reads;
  private final Counter writes;
  private final Counter failed;
  private final Counter conflicts;
  private final Counter lost;
  private final Histogram batches;
  private final Histogram seconds;

  StoreMeters(Metrics metrics) {
    this.metrics = metrics;
    reads = metrics.counter(TRANSACTIONS, TRANSACTIONS_HELP, "kind", "read", "result", "done");
    writes = metrics.counter(TRANSACTIONS, TRANSACTIONS_HELP, "kind", "write", "result", "done");
    failed = metrics.counter(TRANSACTIONS, TRANSACTIONS_HELP, "kind", "any", "result", "failed");
    conflicts = metrics.counter(RETRIES, RETRIES_HELP, "cause", "conflict");
    lost = metrics.counter(RETRIES, RETRIES_HELP, "cause", "connection");
    batches =
        metrics.histogram(
            "hark_commit_writes",
            "Writes that shared one commit, SQLite only.",
            List.of(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0));
    seconds =
        metrics.histogram(
            "hark_write_seconds",
            "Time of a write transaction, waiting included.",
            Histogram.SECONDS);
  }

  void read() {
    reads.add();
  }

  void wrote(long began) {
    writes.add();
    seconds.add((System.nanoTime() - began) / 1e9);
  }

  void failed() {
    failed.add();
  }

  void conflict() {
    conflicts.add();
  }

  void lost() {
    lost.add();
  }

  void committed(int together) {
    batches.add(together);
  }

  void queue(DoubleSupplier length) {
    metrics.gauge("hark_writes_waiting", "Writes that wait for the writer, SQLite only.", length);
  }

  void watch(String kind, HikariDataSource pool) {
    String name = "hark_pool_connections";
    String help = "Database connections of this hub, by pool and state.";
    gauge(name, help, kind, "used", pool, HikariPoolMXBean::getActiveConnections);
    gauge(name, help, kind, "idle", pool, HikariPoolMXBean::getIdleConnections);
    metrics.gauge(
        "hark_pool_waiting",
        "Threads that wait for a database connection.",
        () -> count(pool, HikariPoolMXBean::getThreadsAwaitingConnection),
        "pool",
        kind);
  }

  private void gauge(
      String name,
      String help,
      String kind,
      String state,
      HikariDataSource pool,
      ToIntFunction<HikariPoolMXBean> count) {
    metrics.gauge(name, help, () -> count(pool, count), "pool", kind, "state", state);
  }

  private static double count(HikariDataSource pool, ToIntFunction<HikariPoolMXBean> count) {
    @Nullable HikariPoolMXBean bean = pool.getHikariPoolMXBean();
    return bean == null ? Double.NaN : count.applyAsInt(bean);
  }
}
