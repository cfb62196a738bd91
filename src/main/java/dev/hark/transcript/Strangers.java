package dev.hark.transcript;

/**
 * Nobody in particular is known, only how everybody errs.
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
  public WordCounts word(String word) {
    return known.word(word);
  }

  @Override
  public WordCounts allWords() {
    return known.allWords();
  }

  @Override
  public WordCounts confident(int tenth) {
    return known.confident(tenth);
  }

  @Override
  public double copying(WorkerPair pair) {
    return known.copying(pair);
  }
}
