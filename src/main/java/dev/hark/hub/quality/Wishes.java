package dev.hark.hub.quality;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a requester wants of a group's answers.
 *
 * @param goldRate how often a worker's next task is gold that is mixed in, 0 to {@link #MOST_GOLD}
 * @param approveOnGold whether an answer that agrees with a known one is approved at once
 * @param agreement the least probability of the merged option at which answers that agree with it
 *     are approved; empty for never
 * @param enough how many answers that takes; empty for all that are wanted
 */
public record Wishes(
    double goldRate, boolean approveOnGold, OptionalDouble agreement, OptionalInt enough) {
  /** More gold than work would be no work. */
  public static final double MOST_GOLD = 0.5;

  /** What a group has whose requester says nothing. */
  public static final Wishes NONE =
      new Wishes(0, true, OptionalDouble.empty(), OptionalInt.empty());

  /** The first wish that makes no sense, as "member: what is expected". */
  public Optional<String> fault(int copies) {
    if (!(goldRate >= 0 && goldRate <= MOST_GOLD)) {
      return Optional.of("quality.goldRate: 0 to " + MOST_GOLD);
    }
    if (agreement.isPresent()
        && !(agreement.getAsDouble() >= 0.5 && agreement.getAsDouble() <= 1)) {
      return Optional.of("quality.agreement: 0.5 to 1");
    }
    if (enough.isPresent() && (enough.getAsInt() < 2 || enough.getAsInt() > copies)) {
      return Optional.of("quality.enough: 2 to the number of copies");
    }
    if (agreement.isPresent() && copies < 2) {
      return Optional.of("quality.agreement: only where there are several copies");
    }
    return Optional.empty();
  }

  /** How many answers to gold are expected beside these, and paid for at most. */
  public int budget(int answers) {
    return (int) Math.ceil(answers * goldRate / (1 - goldRate));
  }
}
