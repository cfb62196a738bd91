package dev.hark.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Requirement("ANS-15")
class SqliteLibraryTest {
  private static final String PATH = "org.sqlite.lib.path";

  @TempDir Path cache;
  private String before = "";

  @BeforeEach
  void forget() {
    before = System.getProperty(PATH, "");
    System.clearProperty(PATH);
  }

  @AfterEach
  void remember() {
    System.clearProperty(PATH);
    if (!before.isEmpty()) {
      System.setProperty(PATH, before);
    }
  }

  private Path library() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }

  @Test
  void theLibraryIsUnpackedOnceAndUsedFromThen() throws IOException {
    SqliteLibrary.keepIn(cache);
    Path library = library();
    assertEquals(String.valueOf(library.getParent()), System.getProperty(PATH));
    assertEquals("rw-------", PermissionsOf.path(library));
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(library, old);
    System.clearProperty(PATH);
    SqliteLibrary.keepIn(cache);
    assertEquals(old, Files.getLastModifiedTime(library));
    assertEquals(String.valueOf(library.getParent()), System.getProperty(PATH));
  }

  @Test
  void aCacheThatCannotBeWrittenStopsNothing() throws IOException {
    Path file = Files.writeString(cache.resolve("in the way"), "");
    SqliteLibrary.keepIn(file);
    assertNull(System.getProperty(PATH));
    try (Journal journal = SqliteJournal.open(cache.resolve("journal.db"), "m").journal()) {
      journal.setting("speak", "no");
    }
  }
}
