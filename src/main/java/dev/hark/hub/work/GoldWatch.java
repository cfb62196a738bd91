package dev.hark.hub.work;

import org.jdbi.v3.core.Handle;

/** Hears of how much gold a group is to have, in the transaction that changes it. */
public interface GoldWatch {
  /** Keeps others waiting that change the same, before anything else is locked. */
  void lock(Handle handle, String groupId);

  /**
   * Another number of answers to gold is paid for.
   *
   * @param more than before; fewer where it is below 0
   */
  void wanted(Handle handle, String groupId, int more);
}
