package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.Requirement;
import org.junit.jupiter.api.Test;

class TypedLineTest {
  @Test
  @Requirement("EAR-24")
  void itGoesFromWordToWordAndSaysEach() {
    TypedLine line = new TypedLine("the old  lamp");
    line.wordLeft();
    assertEquals("lamp", line.wordAfter());
    line.wordLeft();
    assertEquals("old", line.wordAfter());
    line.wordLeft();
    line.wordLeft();
    assertEquals("the", line.wordAfter());
    assertEquals(0, line.at());
    line.wordRight();
    line.wordRight();
    assertEquals("lamp", line.wordAfter());
    line.insert("small ");
    assertEquals("the old  small lamp", line.text());
    line.wordRight();
    assertEquals("", line.wordAfter());
    assertEquals(line.text().length(), line.at());
  }
}
