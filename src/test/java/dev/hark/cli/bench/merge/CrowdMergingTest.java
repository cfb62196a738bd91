package dev.hark.cli.bench.merge;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hark.Requirement;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Part;
import dev.hark.transcript.Piece;
import dev.hark.transcript.Rover;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code hark bench merge} measures on all real answers of a crowd, on every third piece, so
 * that each build sees it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Requirement("TRN-86")
final class CrowdMergingTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("hark.root", ".")).resolve("../shared/data/crowdspeech");
  private static final int ONE_IN = 3;

  @BeforeAll
  static void answers() {
    assumeTrue(Files.isDirectory(FOLDER), "the answers of a crowd are not here");
  }

  private static Crowd slice(String split) {
    Crowd all = Crowd.read(FOLDER, split);
    List<Piece> some =
        IntStream.range(0, all.pieces().size())
            .filter(i -> i % ONE_IN == 0)
            .mapToObj(all.pieces()::get)
            .toList();
    return new Crowd(split, some, all.said());
  }

  private static double rate(Crowd crowd, EnumSet<Part> without) {
    return crowd.rates(Merger.merge(crowd.pieces(), without).pieces()).mean();
  }

  @ParameterizedTest
  @ValueSource(strings = {Crowd.CLEAN, Crowd.OTHER})
  void errorsNeverRiseWithOneMoreAnswer(String split) {
    Crowd crowd = slice(split);
    double before = Double.MAX_VALUE;
    StringBuilder rates = new StringBuilder();
    for (int answers = 1; answers <= 7; answers++) {
      double rate = rate(crowd.first(answers), EnumSet.noneOf(Part.class));
      rates.append(answers).append(": ").append(rate).append(' ');
      assertTrue(rate <= before, rates.toString());
      before = rate;
    }
    double votes = crowd.rates(crowd.pieces().stream().map(Rover::merge).toList()).mean();
    assertTrue(before < 0.85 * votes, before + " against " + votes);
  }

  @ParameterizedTest
  @ValueSource(strings = {Crowd.CLEAN, Crowd.OTHER})
  void probabilitiesAreTrueAndWorkersStandInTheOrderOfTheirErrors(String split) {
    Crowd crowd = slice(split);
    Merger.Merged merged = Merger.merge(crowd.pieces());
    double calibration = Certainty.error(crowd, merged.pieces());
    assertTrue(calibration <= 0.03, "calibration " + calibration);
    double correlation = WorkerRanks.correlation(crowd, merged.workers());
    // Of a third of each worker's answers; of all it is 0.936 and more.
    assertTrue(correlation >= 0.88, "correlation " + correlation);
  }

  /** The other parts bring less than chance does in so few pieces. */
  @ParameterizedTest
  @ValueSource(strings = {Crowd.CLEAN, Crowd.OTHER})
  void whatIsKnownOfWorkersAndOfWordsBringsFewerErrors(String split) {
    Crowd crowd = slice(split);
    double all = rate(crowd, EnumSet.noneOf(Part.class));
    double strangers = rate(crowd, EnumSet.of(Part.TRUST));
    double wordless = rate(crowd, EnumSet.of(Part.WORDS));
    assertTrue(strangers > all + 0.2, all + ", without trust " + strangers);
    assertTrue(wordless > all + 0.03, all + ", without words " + wordless);
  }
}
