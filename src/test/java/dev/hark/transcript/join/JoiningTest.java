package dev.hark.transcript.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hark.Requirement;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static Segment piece(String id, long start, long end, String text) {
    return new Segment(id, start, end, words(text, 0.95), Note.NONE);
  }

  private static List<MergedWord> words(String text, double probability) {
    return Arrays.stream(text.split(" "))
        .filter(part -> !part.isEmpty())
        .map(part -> new MergedWord(Words.of(part).getFirst(), part, probability))
        .toList();
  }

  private static String text(Transcript transcript) {
    return transcript.words().stream().map(TimedWord::surface).collect(Collectors.joining(" "));
  }

  private static String joined(String first, String second) {
    return text(
        Joining.join(List.of(piece("a", 0, 5_000, first), piece("b", 4_500, 9_000, second))));
  }

  @Test
  @Requirement("TRN-40")
  void wordsThatStandInBothPiecesOfAnOverlapComeOnce() {
    assertEquals(
        "the old keeper rowed out at dawn", joined("the old keeper rowed out", "out at dawn"));
    assertEquals(
        "the old keeper rowed out at dawn",
        joined("the old keeper rowed", "keeper rowed out at dawn"));
    assertEquals("we saw very very far", joined("we saw very", "very very far"));
  }

  @Test
  @Requirement("TRN-40")
  void aWordThatTheCutWentThroughIsWhole() {
    assertEquals("at the lighthouse again", joined("at the light", "lighthouse again"));
    assertEquals("at the lighthouse again", joined("at the lighthouse", "house again"));
  }

  @Test
  @Requirement("TRN-40")
  void ofTwoSpellingsTheLikelierStays() {
    Segment first = new Segment("a", 0, 5_000, words("he rowed owt", 0.6), Note.NONE);
    Segment second = new Segment("b", 4_500, 9_000, words("rowed out at dawn", 0.9), Note.NONE);
    assertEquals("he rowed out at dawn", text(Joining.join(List.of(first, second))));
  }

  @Test
  @Requirement("TRN-40")
  void whereNothingIsSharedNoWordIsLost() {
    assertEquals("he rowed out in the morning", joined("he rowed out", "in the morning"));
    assertEquals("of the house the king", joined("of the", "house the king"), "chance likeness");
    assertEquals("in the morning", joined("", "in the morning"));
    assertEquals("in the morning", joined("in the morning", ""));
    Transcript cutAtPause =
        Joining.join(List.of(piece("a", 0, 5_000, "very"), piece("b", 5_000, 9_000, "very far")));
    assertEquals("very very far", text(cutAtPause), "no overlap, so it was said twice");
  }

  @Test
  @Requirement("TRN-41")
  void aPiecesTimeIsSharedOutByTheLengthOfItsWords() {
    Transcript transcript =
        Joining.join(
            List.of(
                piece("a", 1_000, 11_000, "The old lighthouse"), piece("b", 12_000, 13_000, "is")));
    // 4 and 4 and 11 letters and spaces of 19, over 10 s.
    assertEquals(
        List.of(1_000L, 3_105L, 5_210L, 12_000L),
        transcript.words().stream().map(TimedWord::startMillis).toList());
    assertEquals(
        List.of(3_105L, 5_210L, 11_000L, 13_000L),
        transcript.words().stream().map(TimedWord::endMillis).toList());
    assertEquals(List.of(0, 0, 0, 1), transcript.words().stream().map(TimedWord::passage).toList());
  }

  @Test
  @Requirement("TRN-41")
  void passagesMeetInTheMiddleOfAnOverlap() {
    Transcript transcript =
        Joining.join(
            List.of(piece("a", 0, 5_000, "one two"), piece("b", 4_500, 9_000, "two three")));
    assertEquals(
        List.of(new Passage("a", 0, 4_750, Note.NONE), new Passage("b", 4_750, 9_000, Note.NONE)),
        transcript.passages());
    assertThrows(
        IllegalArgumentException.class,
        () -> Joining.join(List.of(piece("b", 4_500, 9_000, "a"), piece("a", 0, 5_000, "b"))));
  }

  @Test
  @Requirement("TRN-42")
  void notesStandWhereAPieceHasNoWords() {
    Transcript transcript =
        Joining.join(
            List.of(
                piece("a", 0, 2_000, "well"),
                new Segment("b", 2_000, 4_000, List.of(), Note.UNCLEAR),
                new Segment("c", 4_000, 6_000, List.of(), Note.NO_SPEECH),
                new Segment("d", 6_000, 8_000, List.of(), Note.NO_ANSWER),
                new Segment("e", 8_000, 9_000, words("then", 0.9), Note.SEVERAL_SPEAKERS)));
    assertEquals(
        List.of("well", "[unclear]", "[no answer yet]", "then"),
        transcript.shown().stream().map(Transcript.Shown::text).toList());
    assertEquals(List.of(), Joining.join(List.of()).shown());
  }

  /** Cuts a long text anywhere, also through words, and joins it again. */
  @Test
  @Requirement("TRN-40")
  void whateverTheCutsNoWordIsLostAndTimesGoForward() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      List<String> said =
          random
              .ints(60, 0, 400)
              .mapToObj(word -> "w" + Integer.toString(word * 7_919, 36))
              .toList();
      List<Segment> pieces = cut(said, random);
      Transcript transcript = Joining.join(pieces);
      assertEquals(
          String.join(" ", said),
          text(transcript),
          () -> "of " + pieces.stream().map(Segment::words).toList());
      long now = 0;
      for (TimedWord word : transcript.words()) {
        assertTrue(word.startMillis() >= now && word.endMillis() >= word.startMillis());
        now = word.endMillis();
      }
    }
  }

  /** Pieces of 5 to 14 words of 400 ms; each shares up to two words with the next, or none. */
  private static List<Segment> cut(List<String> said, Random random) {
    List<Segment> pieces = new ArrayList<>();
    int from = 0;
    while (from < said.size()) {
      int to = Math.min(said.size(), from + 5 + random.nextInt(10));
      pieces.add(
          piece(
              "p" + pieces.size(),
              from * 400L,
              to * 400L,
              String.join(" ", said.subList(from, to))));
      from = to == said.size() ? to : to - random.nextInt(3);
    }
    return pieces;
  }

  @Test
  @Requirement("TRN-43")
  void unsureSpotsComeByWhatTheyGain() {
    List<MergedWord> words = new ArrayList<>(words("the old", 0.99));
    words.addAll(words("keeper", 0.7));
    words.addAll(words("rowed", 0.95));
    words.addAll(words("owt", 0.4));
    words.addAll(words("at dawn to the", 0.99));
    words.addAll(words("sea", 0.5));
    Transcript transcript =
        Joining.join(
            List.of(
                new Segment("a", 0, 10_000, words, Note.NONE),
                new Segment("b", 10_000, 12_000, List.of(), Note.UNCLEAR),
                new Segment("c", 12_000, 14_000, List.of(), Note.NO_SPEECH)));
    List<UnsureSpot> spots = ReviewList.of(transcript);
    assertEquals(
        List.of("[unclear]", "keeper rowed owt", "sea"),
        spots.stream().map(UnsureSpot::text).toList());
    assertEquals(2.0, spots.get(0).expectedErrors(), 1e-9, "one word a second, for two seconds");
    assertEquals(0.95, spots.get(1).expectedErrors(), 1e-9);
    assertEquals("the old", spots.get(1).before());
    assertEquals("at dawn to", spots.get(1).after());
    assertEquals(2, spots.get(1).firstWord());
    assertEquals("a", spots.get(1).piece());
    assertEquals(List.of(), ReviewList.of(Joining.join(List.of(piece("a", 0, 1_000, "sure")))));
  }
}
