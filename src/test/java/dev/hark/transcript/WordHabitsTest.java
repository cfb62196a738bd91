package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordHabitsTest {
  private static final int PIECES = 40;
  private static final String SAID = "she sat in the old house";
  private static final String MISHEARD = "she sat and the old house";

  private static Piece piece(String id, int firstWorker, String... texts) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      answers.add(Answer.of("w" + (firstWorker + i) % 8, texts[i], Locale.ENGLISH));
    }
    return new Piece(id, answers);
  }

  /** Everybody writes "and" for "in" at times, nobody "in" for "and". */
  private static List<Piece> crowd(Piece last) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      pieces.add(piece("p" + i, i, SAID, SAID, SAID, MISHEARD));
      pieces.add(piece("q" + i, i + 3, "bread and cheese", "bread and cheese"));
    }
    pieces.add(last);
    return pieces;
  }

  private static String last(Set<Part> without) {
    Piece even = piece("last", 0, "he lay in it", "he lay in it", "he lay and it", "he lay and it");
    return Merger.merge(crowd(even), without).pieces().getLast().text();
  }

  @Test
  @Requirement("TRN-60")
  void whereAsManySayTheOneAsTheOtherTheWordIsChosenThatIsSeldomWrittenForAnother() {
    assertEquals("he lay in it", last(Set.of()));
    assertEquals("he lay and it", last(EnumSet.of(Part.WORDS)), "by letters alone");
  }

  @Test
  @Requirement("TRN-60")
  void whatAPieceTellsOfWordsIsTakenOutAgainWithoutARest() {
    Tally known = new Tally();
    List<Hearing> hearings = Merger.merge(crowd(piece("last", 0, SAID))).hearings();
    hearings.forEach(known::add);
    WordCounts and = known.word("and");
    assertTrue(and.intruded() > 0.9 * PIECES, "as often as it was written for in: " + and);
    assertEquals(PIECES, and.heard());
    assertTrue(known.word("in").misheard() > 0.9 * PIECES);
    hearings.reversed().forEach(known::remove);
    assertEquals(WordCounts.NONE, known.word("and"));
    assertEquals(WordCounts.NONE, known.allWords());
    assertEquals(Counts.NONE, known.everybody());
  }

  @Test
  @Requirement("TRN-60")
  void whatIsKnownOfWordsServesAPieceThatArrives() {
    Tally known = new Tally();
    Merger.merge(crowd(piece("last", 0, SAID))).hearings().forEach(known::add);
    Piece even = piece("new", 0, "lay in", "lay and");
    assertEquals("lay in", Merger.merge(even, known).text().text());
    assertEquals("lay and", Merger.merge(even, Trust.NONE).text().text());
  }
}
