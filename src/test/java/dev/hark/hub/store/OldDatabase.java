package dev.hark.hub.store;

import dev.hark.hub.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Databases as earlier releases left them. */
final class OldDatabase {
  private OldDatabase() {}

  /**
   * Makes the database of a data directory anew.
   *
   * @param version the last migration of that release
   * @param content statements, with semicolons between them
   */
  static void make(TestDatabase database, Path data, String version, String content) {
    String url =
        switch (database.in(data)) {
          case Database.Sqlite(Path file) -> {
            delete(file);
            yield "jdbc:sqlite:" + file;
          }
          case Database.Postgres postgres -> {
            database.run(data, "drop schema public cascade; create schema public");
            yield postgres.url();
          }
        };
    Flyway.configure(Store.class.getClassLoader())
        .dataSource(url, null, null)
        .locations(
            "classpath:dev/hark/hub/store/"
                + (database == TestDatabase.SQLITE ? Dialect.SQLITE : Dialect.POSTGRES).folder())
        .target(version)
        .loggers("slf4j")
        .load()
        .migrate();
    for (String sql : content.split(";", -1)) {
      database.run(data, sql);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
