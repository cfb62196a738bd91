package dev.hark.hub.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connections to PostgreSQL. What the database's URL says itself goes before what stands here. */
final class PostgresPools {
  private static final int WRITERS = 16;
  private static final int READERS = 8;

  /**
   * All statements go along indexes whatever their values are. Left to itself, the server plans a
   * list anew each time, which takes several times as long as the list itself.
   */
  private static final String PLANS = "set plan_cache_mode = force_generic_plan";

  private PostgresPools() {}

  static HikariDataSource writing(Database.Postgres database) {
    return new HikariDataSource(answering(config(database, "hub-write", WRITERS)));
  }

  static HikariDataSource reading(Database.Postgres database) {
    HikariConfig config = answering(config(database, "hub-read", READERS));
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  /** Waits for an answer as long as it takes: a step of a migration may take minutes. */
  static HikariDataSource migrating(Database.Postgres database) {
    return new HikariDataSource(config(database, "hub-migrate", 2));
  }

  private static HikariConfig config(Database.Postgres database, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(database.url());
    database.password().ifPresent(config::setPassword);
    config.addDataSourceProperty("ApplicationName", name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // Of several servers, the one that takes writes; soon after another has become that.
    config.addDataSourceProperty("targetServerType", "primary");
    config.addDataSourceProperty("hostRecheckSeconds", "2");
    config.addDataSourceProperty("connectTimeout", "5");
    config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setPoolName(name);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return config;
  }

  private static HikariConfig answering(HikariConfig config) {
    // A server that is gone without a word must not hold a request for ever.
    config.addDataSourceProperty("socketTimeout", "20");
    config.setConnectionInitSql(PLANS);
    return config;
  }
}
