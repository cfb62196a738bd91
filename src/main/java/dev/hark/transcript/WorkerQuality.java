package dev.hark.transcript;

/**
 * How far a worker can be trusted, from agreement alone.
 *
 * @param answers with words in them
 * @param words in all of them
 * @param errorRate share of words that are wrong, as estimated: the fewer words there are, the
 *     nearer to that of everybody
 */
public record WorkerQuality(long answers, long words, double errorRate) {
  /** Words of everybody's by which a worker's rate is held together. */
  private static final double WORKER_PRIOR = 15;

  /** By which everybody's is held together where few wrote anything yet. */
  private static final double EVERYBODY_PRIOR = 200;

  /** Of paid strangers, such as those of CrowdSpeech. */
  private static final double USUAL_RATE = 0.2;

  /** By what somebody wrote, and what all together did. */
  public static WorkerQuality of(Counts worker, Counts everybody) {
    return new WorkerQuality(worker.answers(), worker.words(), rate(worker, everybody));
  }

  static double rate(Counts worker, Counts everybody) {
    return worker.rate(WORKER_PRIOR, everybody.rate(EVERYBODY_PRIOR, USUAL_RATE));
  }

  /** Errors of everybody's by which a worker's share of words left out is held together. */
  private static final double LEAVING_PRIOR = 37.5;

  /** How much oftener than everybody a worker leaves out a word, where they err. */
  static double tendencyToLeaveOut(Counts worker, Counts everybody) {
    double usual = everybody.missingRate(EVERYBODY_PRIOR, Counts.USUAL_MISSING);
    return worker.missingRate(LEAVING_PRIOR, usual) / usual;
  }
}
