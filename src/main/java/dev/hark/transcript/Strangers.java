package dev.hark.transcript;

/**
 * Nobody in particular is known, and no word, only how everybody errs.
 *
 * @param known of everybody
 */
record Strangers(Trust known) implements Trust {
  @Override
  public Counts of(String worker) {
    return Counts.NONE;
  }

  @Override
  public Counts everybody() {
    return known.everybody();
  }

  @Override
  public double copying(WorkerPair pair) {
    return known.copying(pair);
  }
}
