package dev.hark.hub.work;

import dev.hark.hub.quality.ChoiceTask;
import dev.hark.hub.quality.Merged;
import dev.hark.hub.quality.Votes;
import dev.hark.hub.quality.Wishes;
import dev.hark.task.Answer;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.QuestionJson;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What a group's rules made of an answer that was handed in.
 *
 * @param approved answers that were approved and paid now, to be counted
 * @param mixes whether the group mixes other tasks in among those wanted
 */
record Judging(List<Held> approved, boolean mixes) {

  /** The task of an answer, where it asks for one of several options. */
  static Optional<ChoiceTask> choice(Held held) {
    AnswerJson gold = Assignments.answer(held.gold());
    return ChoiceTask.of(
        held.taskId(),
        held.groupId(),
        Assignments.read(held.question(), QuestionJson.class).toQuestion(),
        Optional.ofNullable(gold).map(AnswerJson::toAnswer));
  }

  static void vote(Handle handle, ChoiceTask task, String workerId, Answer answer) {
    if (answer instanceof Answer.Choice(String option)) {
      Votes.count(handle, task, workerId, option);
    } else {
      // Own words are no vote, and take the place of one.
      Votes.withdraw(handle, task, workerId);
    }
  }

  /** A rejected answer says nothing of what is right. */
  static void withdraw(Handle handle, Held held) {
    choice(held).ifPresent(task -> Votes.withdraw(handle, task, held.workerId()));
  }

  static void voteAgain(Handle handle, Held held) {
    choice(held)
        .ifPresent(
            task ->
                vote(
                    handle,
                    task,
                    held.workerId(),
                    Objects.requireNonNull(Assignments.answer(held.answer())).toAnswer()));
  }

  /** Undecided answers that agree with enough others, where the group approves those. */
  static List<Held> agreeing(Handle handle, Wishes wishes, Held held, Optional<ChoiceTask> choice) {
    if (wishes.agreement().isEmpty() || choice.isEmpty()) {
      return List.of();
    }
    int enough = wishes.enough().orElseGet(() -> copies(handle, held.groupId()));
    Optional<Merged> merged =
        Votes.merged(handle, choice.get())
            .filter(some -> some.answers() >= enough && some.isMajority())
            .filter(some -> some.probability() >= wishes.agreement().getAsDouble());
    return merged
        .map(
            some ->
                handle
                    .createQuery(
                        Held.SELECT
                            + " where a.task_id = :task and a.submitted is not null"
                            + " and a.state = 'SUBMITTED' order by a.id")
                    .bind("task", held.taskId())
                    .map((row, context) -> Held.of(row))
                    .list()
                    .stream()
                    .filter(other -> says(other, some.option()))
                    .toList())
        .orElse(List.of());
  }

  private static boolean says(Held held, String option) {
    AnswerJson answer = Assignments.answer(held.answer());
    return answer != null && option.equals(answer.option());
  }

  private static int copies(Handle handle, String groupId) {
    return handle
        .createQuery("select copies from task_group where id = :group")
        .bind("group", groupId)
        .mapTo(Integer.class)
        .one();
  }
}
