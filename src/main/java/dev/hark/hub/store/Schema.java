package dev.hark.hub.store;

import dev.hark.fault.Fault;
import dev.hark.fault.Sentence;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema of this Hark. The migrations are the only copy of the schema. */
final class Schema {
  private Schema() {}

  /**
   * @throws Fault.Storage where a newer Hark has changed the database
   */
  static void migrate(DataSource source, Path file) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:dev/hark/hub/store/sqlite")
            .failOnMissingLocations(true)
            .loggers("slf4j")
            .load();
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState().isApplied() && !step.getState().isResolved()) {
        throw new Fault.Storage(
            Sentence.of("server.newer", file.toString(), step.getVersion().toString()), null);
      }
    }
    flyway.migrate();
  }
}
