package dev.hark.cli.bench.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.fault.Fault;
import dev.hark.transcript.Answer;
import dev.hark.transcript.MergedPiece;
import dev.hark.transcript.MergedWord;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Redundancy;
import dev.hark.transcript.WorkerQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeQualityTest {
  private static final Path CROWDSPEECH =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");

  private static Answer answer(String worker, String text) {
    return Answer.of(worker, text, Locale.ENGLISH);
  }

  @Test
  @Requirement("TRN-32")
  void wordsThatStandWhereTheyWereSaidAreFound() {
    List<String> said = List.of("a", "b", "c", "d");
    assertArrayEquals(
        new boolean[] {true, false, true, true},
        Certainty.found(said, List.of("a", "x", "c", "d")));
    assertArrayEquals(new boolean[] {true, true}, Certainty.found(said, List.of("b", "d")));
    assertArrayEquals(
        new boolean[] {false, true, true},
        Certainty.found(List.of("a", "b"), List.of("x", "a", "b")));
    assertArrayEquals(new boolean[0], Certainty.found(said, List.of()));
  }

  @Test
  @Requirement("TRN-32")
  void whatWasPromisedIsHeldAgainstWhatIsRight() {
    Crowd crowd = new Crowd("two", List.of(), Map.of("p", List.of("a", "b"), "q", List.of("c")));
    List<MergedPiece> texts =
        List.of(
            new MergedPiece(
                "p", List.of(new MergedWord("a", "A", 0.95), new MergedWord("x", "x", 0.92))),
            new MergedPiece("q", List.of(new MergedWord("c", "c", 0.45))));
    assertEquals(
        (Math.abs(1.87 - 1) + Math.abs(0.45 - 1)) / 3, Certainty.error(crowd, texts), 1e-9);
    assertEquals(25, crowd.rates(texts).mean(), 1e-9);
    assertEquals(100 / 3.0, crowd.rates(texts).pooled(), 1e-9);
  }

  @Test
  @Requirement("TRN-32")
  void workersAreRankedByTheirErrorsAndEqualsShareAPlace() {
    assertArrayEquals(
        new double[] {2.5, 0, 1, 2.5}, WorkerRanks.ranks(List.of(0.3, 0.1, 0.2, 0.3)));
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      pieces.add(
          new Piece(
              "p" + i,
              List.of(answer("good", "a b c"), answer("worse", "a b x"), answer("bad", "x y c"))));
    }
    Map<String, List<String>> said =
        pieces.stream().collect(Collectors.toMap(Piece::id, p -> List.of("a", "b", "c")));
    Crowd crowd = new Crowd("three", pieces, said);
    Map<String, WorkerQuality> right =
        Map.of(
            "good", new WorkerQuality(20, 60, 0.1),
            "worse", new WorkerQuality(20, 60, 0.2),
            "bad", new WorkerQuality(20, 60, 0.3),
            "new", new WorkerQuality(19, 60, 0.9));
    assertEquals(1, WorkerRanks.correlation(crowd, right), 1e-9);
    Map<String, WorkerQuality> wrong =
        Map.of(
            "good", new WorkerQuality(20, 60, 0.3),
            "worse", new WorkerQuality(20, 60, 0.2),
            "bad", new WorkerQuality(20, 60, 0.1));
    assertEquals(-1, WorkerRanks.correlation(crowd, wrong), 1e-9);
  }

  @Test
  @Requirement("TRN-30")
  void whereTwoAgreeNoMoreAnswersAreBought() {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      List<Answer> answers = new ArrayList<>();
      for (int w = 0; w < 6; w++) {
        String heard = i % 3 == 0 ? "w" + w + " x" + w * i + " y" + w : "one two three four five";
        answers.add(answer("w" + w, heard));
      }
      pieces.add(new Piece("p" + i, answers));
    }
    Buying buying = Buying.by(new Redundancy(1, 5, 0.1, 0), new Crowd("some", pieces, Map.of()));
    assertTrue(
        buying.answers() > 2 && buying.answers() <= (20 * 2 + 10 * 5) / 30.0 + 0.4,
        buying.toString());
  }

  @Test
  @Requirement("TRN-33")
  void aFolderWithoutAnswersIsToldInOneSentence(@TempDir Path folder) {
    assertThrows(Fault.BadFile.class, () -> Crowd.read(folder, Crowd.CLEAN));
  }

  @Test
  @Requirement({"TRN-32", "TRN-30"})
  void onRealAnswersProbabilitiesAreTrueAndFewerAnswersDo() {
    assumeTrue(Files.isDirectory(CROWDSPEECH), "the answers of a crowd are not here");
    Crowd crowd = Crowd.read(CROWDSPEECH, Crowd.CLEAN);
    Merger.Merged merged = Merger.merge(crowd.pieces());
    assertTrue(Certainty.error(crowd, merged.pieces()) < 0.03);
    assertTrue(WorkerRanks.correlation(crowd, merged.workers()) > 0.9);
    Buying buying = Buying.by(new Redundancy(1, 7, 0, 0.02), crowd);
    assertTrue(buying.answers() < 4 && buying.rate() < 6.76, buying.toString());
    Arrivals arrivals = Arrivals.of(crowd, 1);
    assertTrue(arrivals.median() < 5, arrivals.toString());
  }
}
