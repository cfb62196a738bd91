package dev.hark.task;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tasks of one requester that ask the same of a worker and pay the same.
 *
 * @param id the hub's id
 * @param requester who pays
 * @param title in the requester's words: hostile until proven otherwise
 * @param kind what kind of work
 * @param language language of the work
 * @param reward for each task
 * @param allowed time from accept to submit
 * @param available tasks left for this worker
 * @param needs senses and devices
 * @param audioLength length of a typical clip, where there is one
 * @param keywords the requester's keywords
 * @param bonus the highest for one task, by how near the answer comes to what others say
 * @param unmet what is required and this worker does not have; empty where they qualify
 */
public record TaskGroup(
    String id,
    Requester requester,
    String title,
    TaskKind kind,
    Locale language,
    Money reward,
    Duration allowed,
    int available,
    Set<Need> needs,
    Optional<Duration> audioLength,
    List<String> keywords,
    Optional<Money> bonus,
    List<Unmet> unmet) {
  public TaskGroup {
    needs = Set.copyOf(needs);
    keywords = List.copyOf(keywords);
    unmet = List.copyOf(unmet);
  }

  /** For everybody, without a bonus. */
  public TaskGroup(
      String id,
      Requester requester,
      String title,
      TaskKind kind,
      Locale language,
      Money reward,
      Duration allowed,
      int available,
      Set<Need> needs,
      Optional<Duration> audioLength,
      List<String> keywords) {
    this(
        id,
        requester,
        title,
        kind,
        language,
        reward,
        allowed,
        available,
        needs,
        audioLength,
        keywords,
        Optional.empty(),
        List.of());
  }

  /** Whether this worker meets all that is required. */
  public boolean isQualified() {
    return unmet.isEmpty();
  }

  /** Whether this worker meets all that is required, or can do something about the rest. */
  public boolean couldQualify() {
    return unmet.stream().allMatch(Unmet::canBeMet);
  }
}
