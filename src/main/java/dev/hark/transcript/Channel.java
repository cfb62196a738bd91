package dev.hark.transcript;

/**
 * What somebody writes who hears a word, and errs with probability e: the word itself with 1 - e;
 * nothing with e times {@code leaving}; another word with e times {@code any + (1 - leaving)
 * exp(-likeness d)}, where d is how far the two are apart in their letters; and where nothing was
 * said, some word with e times {@code inventing}. These are likelihoods up to a factor, which is
 * the same for all words of a column.
 *
 * @param leaving share of errors in which a word is left out
 * @param inventing how likely a word is where nothing was said
 * @param any least likelihood of a word that resembles nothing
 * @param likeness how much likelier a word is that resembles the one that was said
 * @param silence how much likelier it is, before anybody answered, that a column has a word than
 *     that it has none: its negative logarithm
 */
record Channel(double leaving, double inventing, double any, double likeness, double silence) {
  /** Chosen over both development splits of CrowdSpeech; docs/transcripts.md has the search. */
  static final Channel STANDARD = new Channel(0.2, 0.15, 0.15, 1.4, -2.8);

  /**
   * Logarithm of how likely an answer is.
   *
   * @param said the word, or {@link Lattice#NOTHING}
   * @param written likewise
   * @param right the probability of no error
   */
  double likelihood(Lattice lattice, int said, int written, double right) {
    if (said == written) {
      return Math.log(right);
    }
    double share =
        said == Lattice.NOTHING
            ? inventing
            : written == Lattice.NOTHING
                ? leaving
                : any + (1 - leaving) * Math.exp(-likeness * lattice.distance(said, written));
    return Math.log((1 - right) * share);
  }
}
