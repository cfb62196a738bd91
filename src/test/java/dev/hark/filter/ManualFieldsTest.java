package dev.hark.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The manual's table of fields is the declaration, and its example is a filter. */
@Requirement("FLT-7")
class ManualFieldsTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("hark.root", ".")).resolve("docs/filters.md");

  @Test
  void theManualListsEveryField() throws IOException {
    String manual = Files.readString(MANUAL);
    int start = manual.indexOf('\n', manual.indexOf("<!-- fields")) + 1;
    String table = manual.substring(start, manual.indexOf("<!-- end of fields"));

    assertEquals(table(), table, "put this into docs/filters.md:\n" + table());
  }

  @Test
  void theManualsExampleIsInOrder() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(MANUAL)) {
      if (line.startsWith("    ")) {
        lines.add(line.substring(4));
      }
    }
    Path file = Files.createTempFile("manual", ".yaml");
    try {
      Files.write(file, lines);
      assertTrue(
          FilterFile.read(file).compile().judge(new FactsOf().facts()) instanceof Verdict.Hidden);
    } finally {
      Files.delete(file);
    }
  }

  private static String table() {
    Wording english = Wording.of(Locale.ENGLISH);
    StringBuilder table = new StringBuilder("| field | kind | what it is |\n| --- | --- | --- |\n");
    for (Field field : Field.values()) {
      table.append("| `").append(field.label()).append("` | ").append(kind(field.type()));
      table.append(" | ").append(english.say(field.meaning())).append(" |\n");
    }
    return table.toString();
  }

  private static String kind(Field.Type type) {
    return switch (type) {
      case YES_NO -> "true or false";
      case COUNT -> "whole number";
      case NUMBER -> "number";
      case TEXT -> "text";
      case TEXTS -> "list of texts";
    };
  }
}
