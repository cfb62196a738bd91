package dev.hark.hub.work;

import dev.hark.hub.qualification.GroupRequirement;
import dev.hark.task.Answer;
import dev.hark.task.Medium;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param lifetime after publication, when nobody can accept any more; empty where there is no end
 * @param annotation the requester's own words, which nobody else sees
 * @param draft whether only its requester sees it for now
 * @param requirements what is asked of workers; may be empty
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
    List<NewTask> tasks,
    Optional<Duration> lifetime,
    Optional<String> annotation,
    boolean draft,
    List<GroupRequirement> requirements) {
  /** After how long an answer is approved where the requester says nothing else. */
  public static final Duration AUTO_APPROVAL = Duration.ofDays(3);

  public NewGroup {
    needs = Set.copyOf(needs);
    keywords = List.copyOf(keywords);
    tasks = List.copyOf(tasks);
    requirements = List.copyOf(requirements);
  }

  /** Ids of all sounds and pictures that its tasks show. */
  Set<String> mediumIds() {
    return tasks.stream()
        .map(NewTask::question)
        .flatMap(
            question ->
                question instanceof Question.Form form
                    ? Stream.concat(Stream.of(form), form.parts().stream())
                    : Stream.of(question))
        .flatMap(NewGroup::media)
        .map(Medium::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<Medium> media(Question question) {
    return question instanceof Question.Transcription asked
        ? Stream.concat(asked.media().stream(), asked.context().stream())
        : question.media().stream();
  }

  /** Published at once for everybody, without an end or an annotation. */
  public NewGroup(
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
    this(
        title,
        kind,
        language,
        reward,
        allowed,
        autoApproval,
        copies,
        priority,
        published,
        needs,
        keywords,
        tasks,
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  /**
   * One task.
   *
   * @param question what it asks; its media are in the hub already
   * @param gold the known answer, where there is one
   * @param annotation the requester's own words, which nobody else sees
   */
  public record NewTask(Question question, Optional<Answer> gold, Optional<String> annotation) {
    public NewTask(Question question, Optional<Answer> gold) {
      this(question, gold, Optional.empty());
    }
  }
}
