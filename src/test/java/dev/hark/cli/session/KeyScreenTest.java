package dev.hark.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Requirement("FRO-5")
final class KeyScreenTest {
  private static final int WIDTH = 30;

  private final PaperTerminal paper = new PaperTerminal();
  private final KeyScreen screen = new KeyScreen(paper::write, () -> WIDTH);

  @Test
  void whatIsTypedAppearsLetterByLetter() {
    TypedLine line = new TypedLine("");
    screen.begin("");
    type(line, "old lamp");
    assertEquals(List.of("old lamp"), paper.rows());
    assertEquals("old lamp", paper.sent(), "each letter once, and nothing else");
  }

  @Test
  void aLongTextGoesOnInNewRowsAtAWordAndNoRowIsTooWide() {
    TypedLine line = new TypedLine("");
    screen.begin("");
    String text = "the old lighthouse keeper rowed out at dawn to mend the lamp";
    type(line, text);
    assertEquals(text, String.join("", paper.rows()));
    paper.rows().forEach(row -> assertTrue(row.length() < WIDTH, row));
    assertTrue(paper.rows().getFirst().endsWith(" "), "rows end between words");
  }

  @Test
  void newsHasARowOfItsOwnAndTypingGoesOnBelow() {
    TypedLine line = new TypedLine("");
    screen.begin("");
    line.insert("the old");
    screen.show(line.text(), line.at());
    screen.line("5 minutes left.");
    line.insert(" lamp");
    screen.show(line.text(), line.at());
    assertEquals(List.of("the old", "5 minutes left.", " lamp"), paper.rows());
    line.killBefore();
    line.insert("new");
    screen.show(line.text(), line.at());
    assertEquals("new", paper.rows().getLast());
  }

  @Test
  void aLongLineIsBrokenBetweenWords() {
    screen.line("Transcribe 4 seconds of speech, 18 cents, about 15 to 19 euros an hour.");
    assertEquals(
        List.of("Transcribe 4 seconds of", "speech, 18 cents, about 15 to", "19 euros an hour."),
        paper.rows());
    screen.line("x".repeat(40));
    assertEquals("x".repeat(29), paper.rows().get(3));
  }

  @Test
  void whateverIsEditedTheRowShowsTheTextAroundTheCursor() {
    Random random = new Random(25);
    TypedLine line = new TypedLine("");
    screen.begin("");
    for (int step = 0; step < 3000; step++) {
      switch (random.nextInt(10)) {
        case 0 -> line.backspace();
        case 1 -> line.delete();
        case 2 -> line.left();
        case 3 -> line.right();
        case 4 -> line.insert(" ");
        case 5 -> {
          if (random.nextInt(8) == 0) {
            line.home();
          } else if (random.nextInt(8) == 0) {
            line.end();
          } else if (random.nextInt(20) == 0) {
            line.killWord();
          } else if (random.nextInt(40) == 0) {
            screen.line("News.");
          }
        }
        default -> line.insert(Character.toString('a' + random.nextInt(26)));
      }
      screen.show(line.text(), line.at());
      String row = paper.last().stripTrailing();
      assertTrue(line.text().contains(row), step + ": " + row + " of " + line.text());
      assertTrue(paper.column() < WIDTH, step + ": column " + paper.column());
      String before = line.text().substring(0, line.at());
      assertTrue(
          before.endsWith(paper.last().substring(0, paper.column())),
          step + ": cursor at " + paper.column() + " of " + paper.last());
    }
  }

  private void type(TypedLine line, String text) {
    text.chars()
        .forEach(
            letter -> {
              line.insert(Character.toString(letter));
              screen.show(line.text(), line.at());
            });
  }

  /** A terminal that can only write, go back and begin a new row. */
  private static final class PaperTerminal {
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder sent = new StringBuilder();
    private int column;

    void write(String text) {
      sent.append(text);
      text.chars().forEach(this::write);
    }

    private void write(int c) {
      StringBuilder row = rows.getLast();
      switch (c) {
        case '\n' -> {
          rows.add(new StringBuilder());
          column = 0;
        }
        case '\b' -> column = Math.max(0, column - 1);
        default -> {
          if (column < row.length()) {
            row.setCharAt(column, (char) c);
          } else {
            row.append((char) c);
          }
          column++;
        }
      }
    }

    String last() {
      return rows.getLast().toString();
    }

    int column() {
      return column;
    }

    String sent() {
      return sent.toString();
    }

    List<String> rows() {
      return rows.stream().map(StringBuilder::toString).filter(row -> !row.isEmpty()).toList();
    }
  }
}
