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
    List<String> keywords) {
  public TaskGroup {
    needs = Set.copyOf(needs);
    keywords = List.copyOf(keywords);
  }
}
