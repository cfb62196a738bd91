package dev.hark.hub.demo;

import dev.hark.hub.commons.Reviews.Opinion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who did what in the past: which of the market's past workers worked in which group, and which of
 * them wrote which review. People are numbers from 0.
 */
final class People {
  /** How many past workers there are. */
  static final int COUNT = 60;

  /** Groups begin at different people, so that not everybody knows the same requesters. */
  private static final int STEP = 17;

  private record Seat(String groupId, int person) {}

  private final Map<String, Integer> first = new HashMap<>();
  private final Map<Seat, Opinion> opinions = new HashMap<>();

  /**
   * @throws IllegalStateException where a requester has more reviews than workers
   */
  People(List<GroupPlan> groups, Map<String, List<Opinion>> reviews) {
    for (int i = 0; i < groups.size(); i++) {
      first.put(groups.get(i).id(), i * STEP % COUNT);
    }
    reviews.forEach(
        (requester, all) ->
            seat(
                groups.stream().filter(group -> group.requester().equals(requester)).toList(),
                all));
  }

  /** Gives each review to another person, group after group in turn. */
  private void seat(List<GroupPlan> groups, List<Opinion> all) {
    Set<Integer> taken = new HashSet<>();
    List<Seat> seats = new ArrayList<>();
    for (int turn = 0; turn < COUNT; turn++) {
      for (GroupPlan group : groups) {
        if (turn < workers(group) && taken.add(person(group, turn))) {
          seats.add(new Seat(group.id(), person(group, turn)));
        }
      }
    }
    if (seats.size() < all.size()) {
      throw new IllegalStateException(groups + " had too few workers for " + all.size());
    }
    for (int i = 0; i < all.size(); i++) {
      opinions.put(seats.get(i), all.get(i));
    }
  }

  /** How many people worked in the group. */
  static int workers(GroupPlan group) {
    return group.history() == null ? 0 : group.history().workers();
  }

  /**
   * Who did a piece of work.
   *
   * @param turn which piece, from 0; each worker does one before any does a second
   */
  int person(GroupPlan group, int turn) {
    return (first.getOrDefault(group.id(), 0) + turn % workers(group)) % COUNT;
  }

  /** What a person says about a group, where they do. */
  Optional<Opinion> opinion(GroupPlan group, int person) {
    return Optional.ofNullable(opinions.get(new Seat(group.id(), person)));
  }
}
