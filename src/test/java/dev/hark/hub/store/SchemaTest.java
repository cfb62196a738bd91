package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import dev.hark.Requirement;
import dev.hark.hub.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement("HUB-3")
class SchemaTest {
  @ParameterizedTest
  @EnumSource
  void theNewestMigrationIsKnownByItsNumber(Dialect dialect) throws IOException {
    assertEquals(Schema.NEWEST, numbers(dialect).getLast());
  }

  @Test
  void bothDatabasesHaveTheSameMigrations() throws IOException {
    assertEquals(names(Dialect.SQLITE), names(Dialect.POSTGRES));
  }

  /** Flyway, which alone takes longer than the rest of a start, is asked for its connections. */
  @Test
  void aDatabaseThatIsUpToDateIsNotMigrated(@TempDir Path data) {
    Database database = TestDatabase.POSTGRES.in(data);
    try (HikariDataSource source = PostgresPools.writing((Database.Postgres) database)) {
      Schema.migrate(
          source,
          database,
          () -> {
            throw new AssertionError("migrated again");
          });
    }
  }

  private static List<Integer> numbers(Dialect dialect) throws IOException {
    return names(dialect).stream()
        .map(name -> Integer.valueOf(name.replaceAll("V(\\d+)__.*", "$1")))
        .sorted()
        .toList();
  }

  private static List<String> names(Dialect dialect) throws IOException {
    Path folder =
        Path.of(
            System.getProperty("hark.root"),
            "src/main/resources/dev/hark/hub/store",
            dialect.folder());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
