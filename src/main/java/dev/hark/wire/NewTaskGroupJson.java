package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that a requester posts: a group and its tasks, all or nothing.
 *
 * @param title what it is, in a few words
 * @param kind a {@code TaskKind} in upper case
 * @param language BCP 47 tag
 * @param reward for each task
 * @param allowedSeconds from accept to submit
 * @param needs {@code Need}s in upper case
 * @param keywords may be empty
 * @param copies how many workers answer each task, 1 where absent
 * @param autoApproveSeconds after how long an answer that nobody decided on is approved, 3 days
 *     where absent
 * @param tasks at least one
 * @param qualifications what is required of workers, nothing where absent
 * @param lifetimeSeconds from publication, after which nobody can accept; absent where there is no
 *     end
 * @param priority groups of higher priority are listed first, 0 where absent
 * @param annotation the requester's own words, which come back with answers and nobody else sees
 * @param draft whether only the requester sees it until it is published
 */
public record NewTaskGroupJson(
    String title,
    String kind,
    String language,
    MoneyJson reward,
    long allowedSeconds,
    List<String> needs,
    List<String> keywords,
    @Nullable Integer copies,
    @Nullable Long autoApproveSeconds,
    List<NewTaskJson> tasks,
    @Nullable List<RequirementJson> qualifications,
    @Nullable Long lifetimeSeconds,
    @Nullable Integer priority,
    @Nullable String annotation,
    @Nullable Boolean draft) {

  /** For everybody, published at once, with nothing beyond what is needed. */
  public NewTaskGroupJson(
      String title,
      String kind,
      String language,
      MoneyJson reward,
      long allowedSeconds,
      List<String> needs,
      List<String> keywords,
      @Nullable Integer copies,
      @Nullable Long autoApproveSeconds,
      List<NewTaskJson> tasks) {
    this(
        title,
        kind,
        language,
        reward,
        allowedSeconds,
        needs,
        keywords,
        copies,
        autoApproveSeconds,
        tasks,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same for those who meet requirements. */
  public NewTaskGroupJson requiring(List<RequirementJson> some) {
    return new NewTaskGroupJson(
        title,
        kind,
        language,
        reward,
        allowedSeconds,
        needs,
        keywords,
        copies,
        autoApproveSeconds,
        tasks,
        some,
        lifetimeSeconds,
        priority,
        annotation,
        draft);
  }

  /**
   * One task.
   *
   * @param question what it asks; its media were uploaded before
   * @param gold the known answer, absent where there is none
   * @param annotation the requester's own words, as for the group
   */
  public record NewTaskJson(
      QuestionJson question, @Nullable AnswerJson gold, @Nullable String annotation) {
    public NewTaskJson(QuestionJson question, @Nullable AnswerJson gold) {
      this(question, gold, null);
    }
  }
}
