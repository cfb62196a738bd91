package dev.hark.task;

import java.util.Locale;
import java.util.Optional;

/** Qualifications that nobody grants: the market itself knows them of every worker. */
public enum SystemQualification {
  /** Country and region, as the worker declared them. */
  LOCATION,
  /**
   * Whole percent, rounded down, of this worker's decided answers on the whole market that were
   * approved; nobody has it before the first decision.
   */
  SHARE_APPROVED,
  /** How many of this worker's answers on the whole market were approved. */
  NUMBER_APPROVED;

  /** The stable id, such as {@code share-approved}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SystemQualification> ofId(String id) {
    for (SystemQualification one : values()) {
      if (one.id().equals(id)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
