package dev.hark.transcript;

/**
 * What a piece tells of whether two accounts give one person's answers.
 *
 * @param pair two different workers
 * @param evidence how much likelier it is that they do than that they do not: the logarithm of the
 *     ratio
 * @param near whether their answers hardly differ
 */
public record CopyEvidence(WorkerPair pair, double evidence, boolean near) {
  private static final double STEPS = 1 << 20;

  /** Rounded, so that what is added up and taken away again leaves nothing. */
  public CopyEvidence {
    evidence = Math.rint(evidence * STEPS) / STEPS;
  }

  /** Whether so much evidence of all pieces together leaves hardly a doubt. */
  public static boolean isSure(double evidence) {
    return evidence > Copies.SURE;
  }
}
