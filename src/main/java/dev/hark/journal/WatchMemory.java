package dev.hark.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What watching told and caught in one market, so that another run of this program goes on from
 * there. As lasting, and with the same faults, as the {@link Journal} that it is part of.
 */
public interface WatchMemory {
  /**
   * That a group was a match.
   *
   * @param at when it was told, or kept back
   * @param keptBack whether it still waits to be told
   */
  record Mention(Instant at, boolean keptBack) {}

  Optional<Mention> mention(String groupId);

  void told(String groupId, Instant at);

  /** It came in quiet hours: it is to be told after them. */
  void keepBack(String groupId, Instant at);

  /** Groups that wait to be told, the oldest first. */
  List<String> keptBack();

  /** Forgets what was told, kept back and caught before that. */
  void forgetBefore(Instant time);

  /** An idempotency key for catching a task of this group: the same until {@link #catchDone}. */
  String catchKey(String groupId);

  void catchDone(String groupId);

  /** Groups whose catch was begun and never answered. */
  List<String> openCatches();

  /**
   * Counts a catch.
   *
   * @return false where it was counted before
   */
  boolean caught(String assignmentId, String groupId, Instant at);

  /** Groups of which something was caught from then on. */
  Set<String> caughtGroupsSince(Instant time);

  /** How many were caught from then on. */
  int caughtSince(Instant time);
}
