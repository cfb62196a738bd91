package dev.hark.market;

import dev.hark.task.Assignment;
import dev.hark.task.Money;
import dev.hark.task.Requester;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One answer that a worker handed in, and what came of it.
 *
 * @param assignmentId stable id
 * @param groupId the group it belongs to
 * @param title the group's title, cleaned
 * @param requester whose it is
 * @param reward what an approved answer is paid
 * @param state submitted, approved or rejected
 * @param accepted when the task was taken
 * @param submitted when the answer was handed in
 * @param decided when it was approved or rejected; empty before
 * @param bonuses what was given beyond the reward
 */
public record Worked(
    String assignmentId,
    String groupId,
    String title,
    Requester requester,
    Money reward,
    Assignment.State state,
    Instant accepted,
    Instant submitted,
    Optional<Instant> decided,
    List<Money> bonuses) {
  public Worked {
    bonuses = List.copyOf(bonuses);
  }
}
