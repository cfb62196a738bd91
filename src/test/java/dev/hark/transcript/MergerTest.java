package dev.hark.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergerTest {
  private static Piece piece(String id, String... texts) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      answers.add(Answer.of("w" + i, texts[i], Locale.ENGLISH));
    }
    return new Piece(id, answers);
  }

  private static MergedPiece merged(String... texts) {
    return Merger.merge(List.of(piece("p", texts))).pieces().getFirst();
  }

  @Test
  @Requirement("TRN-10")
  void aSmallNetworkIsDecidedAsByHand() {
    assertEquals(
        "the old lighthouse keeper rowed out",
        merged(
                "the old lighthouse keeper rowed out",
                "the old light house keeper road out",
                "old lighthouse keeper rowed out at",
                "the gold lighthouse keeper rowed")
            .text());
    assertEquals("a b c", merged("a b c", "a x c", "a b").text());
  }

  @Test
  @Requirement("TRN-10")
  void aUnanimousAnswerIsReturnedUnchanged() {
    String text = "\"Well,\" said Mr. Smith, \"it's 20 past two.\"";
    MergedPiece merged = merged(text, text, text);
    assertEquals(
        "\"Well,\" said Mister Smith, \"it's twenty past two.\"",
        merged.text(),
        "numbers and titles come as they are spoken");
    assertEquals("\"Well,\" she said.", merged("\"Well,\" she said.").text());
    assertTrue(merged.words().stream().allMatch(word -> word.probability() > 0.95));
  }

  @Test
  @Requirement("TRN-11")
  void capitalsAndSignsComeBackAsMostWriteThem() {
    assertEquals(
        "Yes, Anna rowed.",
        merged("Yes, Anna rowed.", "yes anna rowed", "Yes, Anna rowed.").text());
    assertEquals("the thirty first day", merged("the 31st day", "the thirty-first day").text());
    assertEquals("into the sea", merged("in to the sea", "into the sea", "into the see").text());
  }

  @Test
  @Requirement("TRN-12")
  void theOrderOfAnswersAndPiecesChangesNothing() {
    Random random = new Random(3);
    List<Piece> pieces = crowd(random, 30);
    Merger.Merged first = Merger.merge(pieces);
    for (int round = 0; round < 5; round++) {
      List<Piece> shuffled = new ArrayList<>();
      for (Piece piece : pieces) {
        List<Answer> answers = new ArrayList<>(piece.answers());
        Collections.shuffle(answers, random);
        shuffled.add(new Piece(piece.id(), answers));
      }
      Collections.shuffle(shuffled, random);
      Merger.Merged again = Merger.merge(shuffled);
      assertEquals(texts(first), texts(again));
    }
  }

  private static List<String> texts(Merger.Merged merged) {
    return merged.pieces().stream()
        .map(piece -> piece.id() + ": " + piece.text())
        .sorted()
        .toList();
  }

  /** Worker w0 never errs, w1 to w3 seldom do, w4 and w5 err often. */
  private static List<Piece> crowd(Random random, int count) {
    double[] rates = {0, 0.05, 0.1, 0.15, 0.5, 0.6};
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> said = random.ints(12, 0, 1_000).mapToObj(word -> "word" + word).toList();
      List<Answer> answers = new ArrayList<>();
      for (int w = 0; w < rates.length; w++) {
        double rate = rates[w];
        String text =
            said.stream()
                .map(
                    word ->
                        random.nextDouble() >= rate
                            ? word
                            : random.nextBoolean() ? "" : "other" + random.nextInt(1_000))
                .collect(Collectors.joining(" "));
        answers.add(Answer.of("w" + w, text, Locale.ENGLISH));
      }
      pieces.add(new Piece(String.join(" ", said), answers));
    }
    return pieces;
  }

  @Test
  @Requirement("TRN-13")
  void whoErrsIsLearntFromAgreementAloneAndWeighsLess() {
    List<Piece> pieces = crowd(new Random(5), 200);
    Merger.Merged merged = Merger.merge(pieces);
    List<Double> rates = merged.workers().values().stream().map(WorkerQuality::errorRate).toList();
    assertEquals(rates.stream().sorted().toList(), rates, "the better, the lower");
    WorkerQuality best = Objects.requireNonNull(merged.workers().get("w0"));
    assertEquals(200, best.answers());
    assertEquals(2_400, best.words());
    WordErrors errors = WordErrors.NONE;
    WordErrors votes = WordErrors.NONE;
    for (int i = 0; i < pieces.size(); i++) {
      List<String> said = List.of(pieces.get(i).id().split(" "));
      errors =
          errors.plus(
              WordErrors.of(
                  said, merged.pieces().get(i).words().stream().map(MergedWord::word).toList()));
      votes =
          votes.plus(
              WordErrors.of(
                  said,
                  Rover.merge(pieces.get(i)).words().stream().map(MergedWord::word).toList()));
    }
    assertTrue(errors.rate() < 0.005, errors.toString());
    assertTrue(errors.errors() * 2 <= votes.errors(), errors + " against " + votes);
  }

  @Test
  @Requirement("TRN-14")
  void whatMakesNoSenseIsBoundedAndNeverACrash() {
    assertEquals("", merged().text());
    assertEquals("", merged("", "  ", "?!").text());
    assertEquals("hello there", merged("", "hello there", "").text());
    assertEquals("שלום עולם", merged("שלום עולם", "שלום עולם", "😀 שלום").text());
    assertEquals(
        "नमस्ते दुनिया", merged("नमस्ते दुनिया", "नमस्ते दुनिया", "namaste duniya").text());
    String hour =
        IntStream.range(0, 9_000).mapToObj(i -> "w" + i % 700).collect(Collectors.joining(" "));
    assertEquals(Answer.MOST_WORDS, merged(hour, hour.replace("w13 ", ""), hour).words().size());
    String[] thousand = new String[1_000];
    for (int i = 0; i < thousand.length; i++) {
      thousand[i] = "the keeper rowed " + (i % 3 == 0 ? "out" : "in") + " at dawn";
    }
    assertEquals("the keeper rowed in at dawn", merged(thousand).text());
  }

  /** All tests run in 1.5 gigabytes; distances between so many words would take more. */
  @Test
  @Requirement("TRN-14")
  void hoursOfNonsenseMergeInBoundedMemory() {
    Random random = new Random(5);
    String[] nonsense = new String[7];
    for (int i = 0; i < nonsense.length; i++) {
      nonsense[i] =
          IntStream.range(0, Answer.MOST_WORDS)
              .mapToObj(word -> Long.toString(random.nextLong(), Character.MAX_RADIX))
              .collect(Collectors.joining(" "));
    }
    int words = merged(nonsense).words().size();
    assertTrue(words <= nonsense.length * Answer.MOST_WORDS, words + " words");
  }

  @Test
  @Requirement("TRN-10")
  void classicRoverCountsVotesInTheOrderOfTheAnswers() {
    assertEquals("a b c", Rover.merge(piece("p", "a b c", "a x c", "a b c")).text());
    assertEquals("a b c", Rover.merge(piece("p", "a b c", "a x c")).text(), "the first of equals");
    assertEquals("a c", Rover.merge(piece("p", "a c", "a b c", "a c")).text());
    assertEquals("", Rover.merge(piece("p")).text());
    assertEquals(2.0 / 3, Rover.merge(piece("p", "a", "a", "b")).words().getFirst().probability());
  }

  private static final Path CROWDSPEECH =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");

  @Test
  @Requirement({"TRN-12", "TRN-17"})
  void realAnswersMergeTheSameBitForBitInAnyOrderAndOnOneThread() throws Exception {
    assumeTrue(Files.isDirectory(CROWDSPEECH), "the answers of a crowd are not here");
    List<Piece> pieces =
        CrowdFile.read(CROWDSPEECH.resolve("crowdspeech-dev-other-crowd.tsv"), Locale.ENGLISH)
            .pieces()
            .subList(0, 400);
    Merger.Merged first = Merger.merge(pieces);
    Random random = new Random(17);
    List<Piece> shuffled = new ArrayList<>();
    for (Piece piece : pieces) {
      List<Answer> answers = new ArrayList<>(piece.answers());
      Collections.shuffle(answers, random);
      shuffled.add(new Piece(piece.id(), answers));
    }
    Collections.shuffle(shuffled, random);
    Merger.Merged again;
    try (ForkJoinPool alone = new ForkJoinPool(1)) {
      again = alone.submit(() -> Merger.merge(shuffled)).get();
    }
    assertEquals(first.workers(), again.workers());
    assertEquals(byId(first), byId(again));
  }

  private static Map<String, MergedPiece> byId(Merger.Merged merged) {
    return merged.pieces().stream().collect(Collectors.toMap(MergedPiece::id, piece -> piece));
  }

  @Test
  @Requirement("TRN-16")
  void aWordAmongManyDoubtfulOnesCountsLess() {
    assertEquals(
        "the keeper of the light rowed out before dawn",
        merged(
                "the keeper of the light rowed out before dawn",
                "the keeper of the light rode up them for down",
                "the keeper of the light rowed out before dawn",
                "the keeper of the light rode up them for down",
                "the keeper of a light rowed out before dawn today")
            .text());
  }
}
