package dev.hark.transcript;

/**
 * What somebody writes who hears a word, and errs with probability e: the word itself with 1 - e;
 * nothing with e times their share of words left out; another word with e times {@code any + (1 -
 * leaving) exp(-likeness d)}, where d is how far the two are apart; and where nothing was said,
 * some word with e times {@code inventing}. These are likelihoods up to a factor, which is the same
 * for all words of a column.
 *
 * @param leaving share of errors in which a word is left out, by everybody
 * @param inventing how likely a word is where nothing was said
 * @param any least likelihood of a word that resembles nothing
 * @param likeness how much likelier a word is that resembles the one that was said
 * @param silence how much likelier it is, before anybody answered, that a column has a word than
 *     that it has none: its negative logarithm
 * @param unheard how likely it is, before anybody answered, that nobody writes what was said, as a
 *     share of how likely a word is
 */
record Channel(
    double leaving, double inventing, double any, double likeness, double silence, double unheard) {
  /** Chosen over both development splits of CrowdSpeech; docs/transcripts.md has the search. */
  static final Channel STANDARD = new Channel(0.2, 0.15, 0.1875, 1.4, -2.1, 1);

  private static final double MOST_LEAVING = 0.9;

  /**
   * An answerer's share of words left out.
   *
   * @param tendency how much oftener than others this one leaves out words where they err
   */
  double leaving(double tendency) {
    return Math.min(MOST_LEAVING, leaving * tendency);
  }

  /** How much one word resembles another, from nearly 0 to 1 for the same. */
  double likeness(PieceWords words, int one, int other) {
    return one == PieceWords.NOTHING || other == PieceWords.NOTHING
        ? 0
        : Math.exp(-likeness * words.distance(one, other));
  }

  /**
   * How likely what was written is, as a share of an error.
   *
   * @param said a word, or {@link PieceWords#NOTHING}
   * @param written another one, or that
   * @param alike how much they resemble each other
   * @param left the share of words left out of who wrote it
   * @param oftener how much oftener than usual this word is written where that one was said; never
   *     so often that it were as likely as all errors together
   */
  double share(int said, int written, double alike, double left, double oftener) {
    if (said == PieceWords.NOTHING) {
      return inventing;
    }
    return written == PieceWords.NOTHING ? left : Math.min(1, oftener * (any + (1 - left) * alike));
  }

  /** The same where what was said is a word that nobody wrote. */
  double shareOfUnheard(int written) {
    return written == PieceWords.NOTHING ? leaving : any + inventing;
  }
}
