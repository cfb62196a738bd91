package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RedundancyTest {
  private static Piece piece(String... texts) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      answers.add(Answer.of("w" + i, texts[i], Locale.ENGLISH));
    }
    return new Piece("p", answers);
  }

  private static Hearing hearing(String... texts) {
    return Merger.merge(piece(texts), Trust.NONE);
  }

  private static final String SAID = "the old keeper rowed out to the lighthouse at dawn";

  @Test
  @Requirement("TRN-30")
  void aPieceAsksForAnotherAnswerOnlyWhileItIsWorthIt() {
    Redundancy rule = new Redundancy(2, 5, 0.15, 0);
    assertTrue(rule.another(hearing()), "nobody answered");
    assertTrue(rule.another(hearing(SAID)), "fewer than the least");
    assertFalse(rule.another(hearing(SAID, SAID)), "two agree");
    String other = "a gold keeper wrote to a light house add on";
    assertTrue(rule.another(hearing(SAID, other)), "two do not");
    assertTrue(rule.another(hearing("", "")), "who says nothing decides nothing");
    String[] five = {"one two", "three four", "five six", "seven eight", "nine ten"};
    assertFalse(rule.another(hearing(five)), "no more than the most");
    Hearing unsure = hearing(SAID, other);
    assertTrue(unsure.gain() > 0 && unsure.gain() < unsure.errorsLeft());
    assertTrue(new Redundancy(1, 5, 0.05, unsure.gainRate() * 0.9).another(unsure));
    assertFalse(new Redundancy(1, 5, 0.05, unsure.gainRate() * 1.1).another(unsure), "too dear");
    assertThrows(IllegalArgumentException.class, () -> new Redundancy(0, 5, 0.05, 0));
    assertThrows(IllegalArgumentException.class, () -> new Redundancy(3, 2, 0.05, 0));
    assertThrows(IllegalArgumentException.class, () -> new Redundancy(1, 2, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Redundancy(1, 2, 0.05, -1));
  }

  @Test
  @Requirement("TRN-31")
  void whatIsKnownOfAWorkerDecidesWhereTwoDiffer() {
    Tally known = new Tally();
    known.add(
        List.of(
            new AnswerScore("w0", new Counts(50, 1_000, 300, 10), 0.3),
            new AnswerScore("w1", new Counts(50, 1_000, 20, 1), 0.02)));
    Hearing hearing = Merger.merge(piece("the keeper road out", "the keeper rowed out"), known);
    assertEquals("the keeper rowed out", hearing.text().text());
    assertEquals(List.of("w0", "w1"), hearing.answers().stream().map(AnswerScore::worker).toList());
    assertTrue(hearing.answers().get(0).errorRate() > hearing.answers().get(1).errorRate());
    known.add(hearing.answers());
    assertEquals(1_004, known.of("w0").words());
    assertEquals(300.5, known.of("w0").errors(), "trust does not confirm itself: either may err");
    assertEquals(20.5, known.of("w1").errors());
    assertEquals(2_008, known.everybody().words());
    known.remove(hearing.answers());
    assertEquals(new Counts(50, 1_000, 300, 10), known.of("w0"), "taken away again without a rest");
    assertEquals(new Counts(100, 2_000, 320, 11), known.everybody());
    assertEquals(Counts.NONE, known.of("somebody else"));
  }

  @Test
  @Requirement("TRN-31")
  void anAnswerThatSaysNothingKeepsItsPlaceAndDoesNotCount() {
    Hearing hearing = hearing("", "the keeper", "the keeper");
    assertEquals(3, hearing.answers().size());
    assertEquals(Counts.NONE, hearing.answers().getFirst().counts());
    assertEquals(new Counts(1, 2, 0, 0), hearing.answers().get(1).counts());
  }
}
