package dev.hark.transcript;

/**
 * What is known of workers and words from other pieces than the one that is merged. {@link Tally}
 * is one in memory; a hub reads the few counts that a piece needs from its database.
 */
public interface Trust {
  /** Nothing is known of anybody. */
  Trust NONE =
      new Trust() {
        @Override
        public Counts of(String worker) {
          return Counts.NONE;
        }

        @Override
        public Counts everybody() {
          return Counts.NONE;
        }
      };

  /** Of one worker; {@link Counts#NONE} of somebody unknown. */
  Counts of(String worker);

  /** Of all workers together. */
  Counts everybody();

  /** How a word fares with everybody; {@link WordCounts#NONE} of one unknown. */
  default WordCounts word(String word) {
    return WordCounts.NONE;
  }

  /** The same of all words together. */
  default WordCounts allWords() {
    return WordCounts.NONE;
  }

  /**
   * How words fare that a recogniser was so sure of, over all who spoke them.
   *
   * @param tenth of confidence, from 0 to 9
   */
  default WordCounts confident(int tenth) {
    return WordCounts.NONE;
  }

  /**
   * How much likelier it is that two accounts give the same person's answers than that they do not,
   * by their answers to other pieces, as the logarithm of the ratio; 0 where nothing is known.
   */
  default double copying(WorkerPair pair) {
    return 0;
  }
}
