package dev.hark.hub.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this Hark. The migrations are the only copy of the schema. */
final class Schema {
  /** The number of the last migration. */
  static final int NEWEST = 31;

  private Schema() {}

  static void migrate(DataSource source, Database database) {
    if (!isCurrent(source)) {
      flyway(source, database);
    }
  }

  /**
   * @param patient makes connections for a migration, which may take long
   * @throws Fault.Storage where a newer Hark has changed the database
   */
  static void migrate(DataSource source, Database database, Supplier<HikariDataSource> patient) {
    if (!isCurrent(source)) {
      try (HikariDataSource own = patient.get()) {
        flyway(own, database);
      }
    }
  }

  /** Loading Flyway takes longer than all else at the start of a hub. */
  private static void flyway(DataSource source, Database database) {
    Dialect dialect =
        switch (database) {
          case Database.Sqlite sqlite -> Dialect.SQLITE;
          case Database.Postgres postgres -> Dialect.POSTGRES;
        };
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:dev/hark/hub/store/" + dialect.folder())
            .failOnMissingLocations(true)
            .loggers("slf4j")
            .load();
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState().isApplied() && !step.getState().isResolved()) {
        throw new Fault.Storage(
            Sentence.of("server.newer", database.name(), step.getVersion().toString()), null);
      }
    }
    flyway.migrate();
  }

  private static boolean isCurrent(DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select max(cast(version as integer)), sum(case when success then 0 else 1 end)"
                    + " from flyway_schema_history where version is not null")) {
      return row.next() && row.getInt(1) == NEWEST && row.getInt(2) == 0;
    } catch (SQLException e) {
      // A new file, or no database at all: Flyway tells.
      return false;
    }
  }
}
