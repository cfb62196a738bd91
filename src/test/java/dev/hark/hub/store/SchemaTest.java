package dev.hark.hub.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Requirement("HUB-3")
class SchemaTest {
  @Test
  void theNewestMigrationIsKnownByItsNumber() throws IOException {
    Path folder =
        Path.of(System.getProperty("hark.root"), "src/main/resources/dev/hark/hub/store/sqlite");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> numbers =
          files
              .map(file -> file.getFileName().toString().replaceAll("V(\\d+)__.*", "$1"))
              .sorted()
              .toList();
      assertEquals(
          IntStream.rangeClosed(1, Schema.NEWEST).mapToObj(Integer::toString).toList(), numbers);
    }
  }
}
