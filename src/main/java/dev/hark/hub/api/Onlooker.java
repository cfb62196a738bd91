package dev.hark.hub.api;

import dev.hark.hub.account.Caller;
import dev.hark.hub.account.WorkerNames;
import dev.hark.hub.store.Slice;
import dev.hark.wire.ComparedJson;
import dev.hark.wire.JobWorkerJson;
import dev.hark.wire.RejectionJson;
import dev.hark.wire.SubmissionJson;
import dev.hark.wire.TaskResultJson;

/**
 * Answers and decisions as somebody on the requester's side may see them: with the ids by which
 * they know workers.
 *
 * @param names makes those ids
 * @param caller who looks
 */
record Onlooker(WorkerNames names, Caller caller) {
  SubmissionJson submission(SubmissionJson submission) {
    return submission.by(names.seenBy(caller, submission.worker()));
  }

  Slice<SubmissionJson> submissions(Slice<SubmissionJson> page) {
    return new Slice<>(page.items().stream().map(this::submission).toList(), page.next());
  }

  Slice<RejectionJson> rejections(Slice<RejectionJson> page) {
    return new Slice<>(page.items().stream().map(this::rejection).toList(), page.next());
  }

  Slice<TaskResultJson> results(Slice<TaskResultJson> page) {
    return new Slice<>(page.items().stream().map(this::result).toList(), page.next());
  }

  private TaskResultJson result(TaskResultJson result) {
    return new TaskResultJson(
        result.taskId(),
        result.question(),
        result.answers().stream()
            .map(given -> given.by(names.seenBy(caller, given.worker())))
            .toList(),
        result.merged());
  }

  Slice<ComparedJson> compared(Slice<ComparedJson> page) {
    return new Slice<>(page.items().stream().map(this::compared).toList(), page.next());
  }

  ComparedJson compared(ComparedJson compared) {
    return compared.by(names.seenBy(caller, compared.worker()));
  }

  Slice<JobWorkerJson> jobWorkers(Slice<JobWorkerJson> page) {
    return new Slice<>(
        page.items().stream().map(one -> one.by(names.seenBy(caller, one.worker()))).toList(),
        page.next());
  }

  RejectionJson rejection(RejectionJson rejection) {
    return rejection.by(names.seenBy(caller, rejection.worker()));
  }
}
