package dev.hark.transcript;

/**
 * Two workers.
 *
 * @param one whose id stands first in the order of ids
 * @param other whose id does not stand before it
 */
public record WorkerPair(String one, String other) implements Comparable<WorkerPair> {
  public WorkerPair {
    if (one.compareTo(other) > 0) {
      throw new IllegalArgumentException("the ids are not in order");
    }
  }

  /** In whatever order. */
  public static WorkerPair of(String one, String other) {
    return one.compareTo(other) <= 0 ? new WorkerPair(one, other) : new WorkerPair(other, one);
  }

  @Override
  public int compareTo(WorkerPair pair) {
    int first = one.compareTo(pair.one);
    return first == 0 ? other.compareTo(pair.other) : first;
  }
}
