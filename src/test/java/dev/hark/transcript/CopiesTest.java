package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CopiesTest {
  private static final List<String> COPIERS = List.of("c0", "c1", "c2");
  private static final Set<WorkerPair> THREE =
      Set.of(WorkerPair.of("c0", "c1"), WorkerPair.of("c2", "c0"), WorkerPair.of("c1", "c2"));

  private static Answer answer(String worker, String text) {
    return Answer.of(worker, text, Locale.ENGLISH);
  }

  private static String heard(Random random, List<String> said, double rate) {
    return said.stream()
        .map(word -> random.nextDouble() < rate ? "other" + random.nextInt(1_000) : word)
        .collect(Collectors.joining(" "));
  }

  /** Four who err in a tenth of the words, and accounts that all send one answer with 4 in 10. */
  private static List<Piece> crowd(List<String> copiers) {
    Random random = new Random(23);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      List<String> said = random.ints(12, 0, 500).mapToObj(word -> "word" + word).toList();
      List<Answer> answers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        answers.add(answer("w" + w, heard(random, said, 0.1)));
      }
      String copied = heard(random, said, 0.4);
      copiers.forEach(copier -> answers.add(answer(copier, copied)));
      pieces.add(new Piece(String.join(" ", said), answers));
    }
    return pieces;
  }

  @Test
  @Requirement("TRN-18")
  void accountsWithOneAnswerAreFoundAndCountAsOne() {
    Merger.Merged merged = Merger.merge(crowd(COPIERS));
    assertEquals(THREE, merged.copying());
    WordErrors errors = WordErrors.NONE;
    for (MergedPiece piece : merged.pieces()) {
      errors =
          errors.plus(
              WordErrors.of(
                  List.of(piece.id().split(" ")),
                  piece.words().stream().map(MergedWord::word).toList()));
    }
    assertTrue(errors.rate() < 0.02, errors.toString());
    assertEquals(Set.of(), Merger.merge(crowd(List.of("c0"))).copying(), "nobody copies");
  }

  @Test
  @Requirement("TRN-18")
  void copiesWithinOnePieceDoNotOutvoteOthers() {
    String said =
        "the old keeper of the light rowed out before dawn and did not come back again until the"
            + " evening tide had turned and the lamp was lit";
    String wrong =
        "a gold creeper off a late road about for down end it nut calm bake against under thy"
            + " evil tied hat torn ant a lump wars let";
    List<Answer> answers = new ArrayList<>();
    answers.add(
        answer("w0", said.replace("keeper", "creep").replace("dawn", "down").replace("tide ", "")));
    answers.add(
        answer(
            "w1", said.replace("light", "night").replace("again", "a gain").replace("lit", "let")));
    answers.add(
        answer(
            "w2",
            said.replace("rowed", "road").replace("until", "till").replace("evening", "even")));
    for (int i = 0; i < 3; i++) {
      answers.add(answer("c" + i, wrong));
    }
    assertEquals(said, Merger.merge(new Piece("p", answers), Trust.NONE).text().text());
    List<Answer> twice =
        List.of(
            answer("a", "the keeper rode out"),
            answer("a", "the keeper rode out"),
            answer("b", "the keeper rowed out"));
    Tally known = new Tally();
    known.add(
        List.of(
            new AnswerScore("a", new Counts(50, 1_000, 150), 0.15),
            new AnswerScore("b", new Counts(50, 1_000, 100), 0.1)));
    assertEquals(
        "the keeper rowed out",
        Merger.merge(new Piece("p", twice), known).text().text(),
        "who answers twice counts once");
  }

  @Test
  @Requirement("TRN-18")
  void whatIsKnownFromOtherPiecesOfTwoWhoCopyCounts() {
    Trust known =
        new Trust() {
          @Override
          public Counts of(String worker) {
            return Counts.NONE;
          }

          @Override
          public Counts everybody() {
            return Counts.NONE;
          }

          @Override
          public double copying(WorkerPair pair) {
            return THREE.contains(pair) ? 100 : 0;
          }
        };
    List<Answer> answers = new ArrayList<>();
    COPIERS.forEach(copier -> answers.add(answer(copier, "the keeper rode out")));
    answers.add(answer("w0", "the keeper rowed out"));
    answers.add(answer("w1", "the keeper rowed out"));
    Piece piece = new Piece("p", answers);
    assertEquals("the keeper rowed out", Merger.merge(piece, known).text().text());
    assertEquals("the keeper rode out", Merger.merge(piece, Trust.NONE).text().text());
  }

  @Test
  @Requirement("TRN-19")
  void spamAndOtherLanguagesWeighNextToNothing() {
    List<Answer> answers =
        List.of(
            answer("a", "The old keeper of the light rowed out before dawn."),
            answer("b", "the old keeper of the lights rowed out before dawn"),
            answer("c", "good good good good good good good good"),
            answer("d", "de oude wachter van het licht roeide uit voor zonsopgang"),
            answer("e", "asdf"),
            answer("f", "i cannot hear this please pay me"));
    String text = Merger.merge(new Piece("p", answers), Trust.NONE).text().text();
    assertTrue(
        List.of(
                "The old keeper of the light rowed out before dawn.",
                "The old keeper of the lights rowed out before dawn.")
            .contains(text),
        text);
  }

  @Test
  @Requirement("TRN-18")
  void amongRealWorkersThoseAreFoundWhoUseTheSameRecogniser() {
    Path folder =
        Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");
    assumeTrue(Files.isDirectory(folder), "the answers of a crowd are not here");
    Set<WorkerPair> found =
        Merger.merge(
                CrowdFile.read(folder.resolve("crowdspeech-dev-clean-crowd.tsv"), Locale.ENGLISH)
                    .pieces())
            .copying();
    assertTrue(
        found.contains(WorkerPair.of("1612", "806")), "the same in 17 of 18, errors and all");
    assertTrue(found.size() < 30, found.toString());
  }
}
