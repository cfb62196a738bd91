package dev.hark.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A qualification that a requester, or the operator for all, sets up.
 *
 * @param name in a few words
 * @param description what it stands for
 * @param way {@code AUTOMATIC}, {@code REQUEST}, {@code OWNER} or {@code TEST}
 * @param least smallest value, 0 where absent
 * @param most largest value, 100 where absent
 * @param automaticValue the value that is granted on request, for {@code AUTOMATIC} only
 * @param retryAfterSeconds after how long it may be asked for, or the test be taken, again; absent
 *     for never
 * @param test for {@code TEST} only
 */
public record NewQualificationJson(
    String name,
    String description,
    String way,
    @Nullable Long least,
    @Nullable Long most,
    @Nullable Long automaticValue,
    @Nullable Long retryAfterSeconds,
    @Nullable NewTestJson test) {

  /**
   * A test with its answer key, which no worker ever sees.
   *
   * @param introduction what is heard first
   * @param media to hear or see with the introduction, absent for none
   * @param seconds time from start to hand-in
   * @param passMark points that are needed; the value is then the points. Absent where there are
   *     steps
   * @param steps values by points; absent where there is a pass mark
   * @param questions at least one
   */
  public record NewTestJson(
      String introduction,
      @Nullable List<MediumJson> media,
      long seconds,
      @Nullable Long passMark,
      @Nullable List<StepJson> steps,
      List<TestQuestionJson> questions) {}

  /**
   * A value that a number of points is worth.
   *
   * @param points at least so many
   * @param value is granted
   */
  public record StepJson(long points, long value) {}

  /**
   * One question with its key.
   *
   * @param question any but a form
   * @param answers those that earn points
   */
  public record TestQuestionJson(QuestionJson question, List<KeyedAnswerJson> answers) {}

  /**
   * An answer that earns points.
   *
   * @param answer compared as known answers of tasks are
   * @param points at least 1
   */
  public record KeyedAnswerJson(AnswerJson answer, long points) {}
}
