package dev.hark.market;

import dev.hark.task.Answer;
import dev.hark.task.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a worker is qualified for, and could be. Throws what {@link Marketplace} throws. Safe for
 * use by several threads.
 */
public interface Qualifications extends AutoCloseable {
  /** What can be had, with how it stands. */
  List<Qualification> offered();

  /** What the worker has, asked for or was refused, what changed last first. */
  List<Qualification> mine();

  /** What the market itself knows of the worker. */
  Standing standing();

  /**
   * Asks for one.
   *
   * @param words for its owner; may be empty
   */
  Qualification request(String id, String words);

  /**
   * Starts its test, or goes on with the one that is open.
   *
   * @param key the same key gives the same test
   */
  QualifyingTest start(String id, String key);

  /** Hands a test in; the same answer again gives the same result. */
  QualifyingTest submit(String testId, Answer answer, String key);

  /** Says where the worker lives. */
  Standing declare(Place place);

  /** Takes that back. */
  Standing forgetPlace();

  @Override
  void close();

  /**
   * What the market itself knows of a worker.
   *
   * @param decided answers that were decided on
   * @param approved how many of those were approved
   * @param share whole percent; empty before the first decision
   * @param place where they live, where they said so
   */
  record Standing(long decided, long approved, Optional<Integer> share, Optional<Place> place) {}
}
