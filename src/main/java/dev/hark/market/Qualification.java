package dev.hark.market;

import dev.hark.task.GrantState;
import dev.hark.task.GrantWay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A qualification as it stands for the worker or requester who asks.
 *
 * @param id the market's id
 * @param name in its owner's words: hostile until proven otherwise
 * @param description in its owner's words
 * @param owner who decides on it
 * @param shared whether every requester may require it
 * @param way how it is had
 * @param least smallest value
 * @param most largest value
 * @param retired whether nobody gets it any more
 * @param questions of its test; 0 where there is none
 * @param time for its test
 * @param mine what the worker has to do with it; empty where nothing
 */
public record Qualification(
    String id,
    String name,
    String description,
    String owner,
    boolean shared,
    GrantWay way,
    long least,
    long most,
    boolean retired,
    int questions,
    Optional<Duration> time,
    Optional<Held> mine) {

  /**
   * How it stands with a worker.
   *
   * @param worker the worker's id, as whoever asks knows them
   * @param state what came last
   * @param value what the worker has; empty where nothing
   * @param words what the worker wrote
   * @param reason what the owner wrote
   * @param changed when it became so
   * @param again from when on it may be tried again; empty where it may not
   */
  public record Held(
      String worker,
      GrantState state,
      Optional<Long> value,
      String words,
      String reason,
      Instant changed,
      Optional<Instant> again) {}
}
