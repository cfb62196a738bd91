package dev.hark.hub.work;

import dev.hark.task.Answer;
import dev.hark.task.Money;
import dev.hark.task.Need;
import dev.hark.task.Question;
import dev.hark.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A task group to publish.
 *
 * @param title in the requester's words
 * @param kind what kind of work
 * @param language of the work
 * @param reward for each answer
 * @param allowed time from accept to submit
 * @param autoApproval after how long an answer that nobody decided on is approved
 * @param copies how many workers answer each task
 * @param priority groups of higher priority are listed first; 0 is the common one
 * @param published when; empty for now
 * @param needs senses and devices
 * @param keywords may be empty
 * @param tasks may be empty where the group is only to have a history
 */
public record NewGroup(
    String title,
    TaskKind kind,
    Locale language,
    Money reward,
    Duration allowed,
    Duration autoApproval,
    int copies,
    int priority,
    Optional<Instant> published,
    Set<Need> needs,
    List<String> keywords,
    List<NewTask> tasks) {
  /** After how long an answer is approved where the requester says nothing else. */
  public static final Duration AUTO_APPROVAL = Duration.ofDays(3);

  public NewGroup {
    needs = Set.copyOf(needs);
    keywords = List.copyOf(keywords);
    tasks = List.copyOf(tasks);
  }

  /**
   * One task.
   *
   * @param question what it asks; its media are in the hub already
   * @param gold the known answer, where there is one
   */
  public record NewTask(Question question, Optional<Answer> gold) {}
}
