package dev.hark.cli.bench.merge;

import dev.hark.fault.Sentence;
import dev.hark.transcript.Hearing;
import dev.hark.transcript.Merger;
import dev.hark.transcript.Part;
import dev.hark.transcript.Redundancy;
import dev.hark.transcript.Rover;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All that is measured of merging within one process. */
public final class MergeQuality {
  private static final double LEAST_CORRELATION = 0.9;
  private static final double MOST_CALIBRATION_ERROR = 0.03;
  private static final double MOST_ANSWERS = 4;
  private static final int ROUNDS = 40;
  private static final double MOST_GROWTH = 1.3;
  private static final double MOST_MILLIS = 5;
  private static final int MOST_BOUGHT = 7;

  /**
   * What a split is judged by.
   *
   * @param name of it
   * @param goal mean word error rate of all answers
   * @param rover the same that the authors of CrowdSpeech reach with ROVER
   * @param leastGainRate with which answers are bought
   */
  private record Split(String name, double goal, double rover, double leastGainRate) {}

  private static final List<Split> SPLITS =
      List.of(
          new Split(Crowd.CLEAN, 5.72, 6.76, 0.021), new Split(Crowd.OTHER, 11.27, 13.19, 0.039));

  private final Path folder;
  private final Consumer<Sentence> tell;
  private double worst;

  /**
   * @param folder of CrowdSpeech
   * @param tell takes what was measured
   */
  public MergeQuality(Path folder, Consumer<Sentence> tell) {
    this.folder = folder;
    this.tell = tell;
  }

  /** Measures; the worst as a share of what is allowed. */
  public double worst() {
    for (Split split : SPLITS) {
      Crowd crowd = Crowd.read(folder, split.name());
      all(split, crowd);
      fewer(crowd);
      bought(split, crowd);
      parts(crowd);
    }
    Arrivals arrivals = Arrivals.of(Crowd.read(folder, Crowd.CLEAN), ROUNDS);
    double growth = arrivals.last() / arrivals.first();
    tell.accept(
        Sentence.of(
            "bench.merge-growth",
            arrivals.first(),
            arrivals.last(),
            arrivals.pieces(),
            growth,
            MOST_GROWTH));
    tell.accept(Sentence.of("bench.merge-update", arrivals.median(), arrivals.most(), MOST_MILLIS));
    judge(growth / MOST_GROWTH);
    judge(arrivals.most() / MOST_MILLIS);
    return worst;
  }

  private void judge(double share) {
    worst = Math.max(worst, share);
  }

  private void all(Split split, Crowd crowd) {
    Crowd asWritten = Crowd.read(folder, split.name(), Locale.ROOT);
    Crowd.Rates votes = crowd.rates(asWritten.pieces().stream().map(Rover::merge).toList());
    Merger.Merged merged = Merger.merge(crowd.pieces());
    Crowd.Rates rates = crowd.rates(merged.pieces());
    double correlation = WorkerRanks.correlation(crowd, merged.workers());
    double calibration = Certainty.error(crowd, merged.pieces());
    tell.accept(
        Sentence.of(
            "bench.merge-rates",
            split.name(),
            exact(rates.mean()),
            exact(rates.pooled()),
            exact(split.goal()),
            exact(votes.mean()),
            exact(votes.pooled())));
    tell.accept(
        Sentence.of(
            "bench.merge-trust",
            split.name(),
            exact(correlation),
            LEAST_CORRELATION,
            exact(calibration),
            exact(MOST_CALIBRATION_ERROR),
            merged.copying().size()));
    judge(rates.mean() / split.goal());
    judge(LEAST_CORRELATION / correlation);
    judge(calibration / MOST_CALIBRATION_ERROR);
  }

  /** With 1 to 7 answers to each piece. */
  private void fewer(Crowd crowd) {
    double before = Double.MAX_VALUE;
    for (int answers = 1; answers <= MOST_BOUGHT; answers++) {
      Crowd first = crowd.first(answers);
      double votes = crowd.rates(first.pieces().stream().map(Rover::merge).toList()).mean();
      double mean = crowd.mean(Merger.merge(first.pieces()).hearings());
      tell.accept(
          Sentence.of("bench.merge-answers", crowd.name(), answers, exact(mean), exact(votes)));
      judge(mean / before);
      before = mean;
    }
  }

  private void bought(Split split, Crowd crowd) {
    Buying buying = Buying.by(new Redundancy(1, MOST_BOUGHT, 0, split.leastGainRate()), crowd);
    tell.accept(
        Sentence.of(
            "bench.merge-bought",
            split.name(),
            exact(buying.answers()),
            MOST_ANSWERS,
            exact(buying.rate()),
            exact(split.rover()),
            exact(buying.expected())));
    judge(buying.answers() / MOST_ANSWERS);
    judge(buying.rate() / split.rover());
  }

  /** What each part of the method brings: the rate without it. */
  private void parts(Crowd crowd) {
    for (Part part : Part.values()) {
      List<Hearing> hearings = Merger.merge(crowd.pieces(), EnumSet.of(part)).hearings();
      tell.accept(
          Sentence.of(
              "bench.merge-without", crowd.name(), part.name(), exact(crowd.mean(hearings))));
    }
  }

  /** With all the digits by which such figures are compared. */
  private static String exact(double figure) {
    return String.format(Locale.ROOT, figure < 1 ? "%.3f" : "%.2f", figure);
  }
}
