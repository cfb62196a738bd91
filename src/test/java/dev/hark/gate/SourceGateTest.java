package dev.hark.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import dev.hark.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How every source file is written. */
class SourceGateTest {
  private static final int MOST_LINES = 500;

  @Test
  @Requirement("BLD-3")
  void everySourceIsFormatted() throws IOException {
    List<Path> sources = Checkout.files("src", ".java");
    assertFalse(sources.isEmpty());
    List<String> unformatted =
        sources.parallelStream().filter(path -> !formatted(path)).map(Checkout::name).toList();
    assertEquals(List.of(), unformatted, "Run .ci/format on these");
  }

  @Test
  @Requirement("BLD-3")
  void aBadlySetLineIsFound() throws FormatterException {
    String bad = "class A { int a ; }\n";
    assertFalse(new Formatter().formatSourceAndFixImports(bad).equals(bad));
  }

  @Test
  @Requirement("BLD-4")
  void noSourceIsLongerThanAPersonReads() throws IOException {
    List<String> tooLong =
        Stream.of("src", ".ci")
            .flatMap(SourceGateTest::allFiles)
            .filter(path -> lines(path) > MOST_LINES)
            .map(path -> Checkout.name(path) + " has " + lines(path) + " lines")
            .toList();
    assertEquals(List.of(), tooLong, "Which part has a name of its own?");
  }

  private static Stream<Path> allFiles(String folder) {
    try {
      return Checkout.files(folder, "").stream()
          .filter(path -> path.toString().matches(".*(\\.java|\\.sql|\\.js|\\.css|/\\.ci/.*)"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean formatted(Path path) {
    try {
      String source = Files.readString(path);
      return new Formatter().formatSourceAndFixImports(source).equals(source);
    } catch (IOException | FormatterException e) {
      throw new AssertionError(Checkout.name(path) + " cannot be formatted", e);
    }
  }

  private static long lines(Path path) {
    try (Stream<String> lines = Files.lines(path)) {
      return lines.count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
