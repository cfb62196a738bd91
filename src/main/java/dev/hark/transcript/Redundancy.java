package dev.hark.transcript;

/**
 * When a piece is worth another answer.
 *
 * @param least answers that each piece gets, at least 1
 * @param most answers that no piece exceeds
 * @param targetRate word error rate, from 0 to 1, below which a piece is good enough
 * @param leastGainRate errors that an answer must take away, as a share of the words, to be worth
 *     its price: the price of an answer divided by its words and by what a word set right is worth
 *     to the requester; 0 where only quality counts
 */
public record Redundancy(int least, int most, double targetRate, double leastGainRate) {
  public Redundancy {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException("a piece needs an answer, and at most as many as allowed");
    }
    if (!(targetRate >= 0 && targetRate <= 1) || !(leastGainRate >= 0)) {
      throw new IllegalArgumentException("a rate is a share, and no gain is below nothing");
    }
  }

  /**
   * Whether to ask for one more.
   *
   * @param hearing of the answers that there are, with those that say nothing
   */
  public boolean another(Hearing hearing) {
    int answers = hearing.answers().size();
    if (answers < least) {
      return true;
    }
    return answers < most
        && hearing.errorRate() > targetRate
        && hearing.gainRate() >= leastGainRate;
  }
}
