package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Role;
import dev.hark.hub.commons.Payers;
import dev.hark.hub.commons.Reviews;
import dev.hark.hub.hourly.Earned;
import dev.hark.hub.hourly.Share;
import dev.hark.hub.ledger.Book;
import dev.hark.hub.ledger.Ledger;
import dev.hark.hub.ledger.Transfer;
import dev.hark.hub.qualification.WorkerFigures;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.task.Money;
import dev.hark.task.RejectionCode;
import dev.hark.wire.AnswerJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes work that was done before this hub knew of it, as if it had been done here: answers,
 * decisions, payments from the requester's deposit, work times and reviews. For a demo market's
 * past, for imports and for tests. Safe for use by several threads.
 */
public final class History {
  private static final Duration UNTIL_REVIEW = Duration.ofDays(1);

  private final Store store;
  private final Ledger ledger;
  private final Payments payments;
  private final Reviews reviews;

  public History(Store store, Ledger ledger, Payments payments, Reviews reviews) {
    this.store = store;
    this.ledger = ledger;
    this.payments = payments;
    this.reviews = reviews;
  }

  private record Group(
      String id,
      String requesterId,
      Money reward,
      Money fee,
      Duration allowed,
      Duration approveAfter,
      String question) {}

  /**
   * Adds past work to a group that has a task, all or nothing. Each piece gets a past task of its
   * own, a copy of the group's first; what is open in the group stays open.
   *
   * @param works in any order
   */
  public void record(String groupId, List<PastWork> works) {
    if (works.isEmpty()) {
      return;
    }
    List<PastWork> inOrder =
        works.stream().sorted(Comparator.comparing(PastWork::submitted)).toList();
    store.write(
        handle -> {
          Group group = group(handle, groupId);
          write(handle, group, inOrder);
          figures(handle, group, inOrder);
          for (PastWork work : inOrder) {
            work.opinion()
                .ifPresent(
                    opinion ->
                        reviews.put(
                            handle,
                            work.workerId(),
                            groupId,
                            group.requesterId(),
                            opinion,
                            work.submitted().plus(UNTIL_REVIEW)));
          }
          return works.size();
        });
  }

  private void write(Handle handle, Group group, List<PastWork> works) {
    PreparedBatch tasks =
        handle.prepareBatch("insert into task (id, group_id, question) values (?, ?, ?)");
    PreparedBatch slots =
        handle.prepareBatch(
            "insert into slot (id, group_id, task_id, position, done) values (?, ?, ?, 0, 1)");
    PreparedBatch assignments =
        handle.prepareBatch(
            """
            insert into assignment (id, slot_id, task_id, group_id, requester_id, worker_id, state,
              accept_key, accepted, deadline, submitted, answer_key, answer, due, decided, reason,
              decided_as)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    PreparedBatch rejections = Rejections.batch(handle);
    List<Transfer> rewards = new ArrayList<>();
    for (PastWork work : works) {
      String taskId = Ids.next();
      String slotId = Ids.next();
      String id = Ids.next();
      tasks.add(taskId, group.id(), group.question());
      slots.add(slotId, group.id(), taskId);
      Instant due = work.submitted().plus(group.approveAfter());
      assignments.add(
          id,
          slotId,
          taskId,
          group.id(),
          group.requesterId(),
          work.workerId(),
          state(work.decision()),
          "past-" + id,
          work.accepted().toEpochMilli(),
          work.accepted().plus(group.allowed()).toEpochMilli(),
          work.submitted().toEpochMilli(),
          "past-" + id,
          Publishing.json(AnswerJson.of(work.answer())),
          due.toEpochMilli(),
          work.decision() instanceof PastWork.Decision.Undecided
              ? null
              : work.decided().toEpochMilli(),
          reason(work.decision()),
          work.decision() instanceof PastWork.Decision.Undecided ? null : "HAND");
      if (work.decision() instanceof PastWork.Decision.Rejected(String reason)) {
        Rejections.add(
            rejections,
            new Rejections.Made(
                id,
                group.requesterId(),
                work.workerId(),
                RejectionCode.OTHER,
                reason,
                new Caller(group.requesterId(), Role.REQUESTER),
                work.decided()));
      }
      if (work.decision() instanceof PastWork.Decision.Approved) {
        rewards.addAll(
            Payments.rewards(
                id,
                Book.escrow(group.id()),
                work.workerId(),
                group.reward(),
                group.fee(),
                work.decided()));
      }
    }
    setAside(handle, group, works);
    tasks.execute();
    slots.execute();
    assignments.execute();
    if (rejections.size() > 0) {
      rejections.execute();
    }
    ledger.postAll(handle, rewards);
  }

  /** Money for what was paid and for what may still have to be. */
  private void setAside(Handle handle, Group group, List<PastWork> works) {
    long answers =
        works.stream()
            .filter(work -> !(work.decision() instanceof PastWork.Decision.Rejected))
            .count();
    payments.escrow(
        handle,
        group.requesterId(),
        List.of(new Payments.Wanted(group.id(), answers, group.reward().plus(group.fee()))),
        "past:" + Ids.next(),
        works.getFirst().submitted());
  }

  private static void figures(Handle handle, Group group, List<PastWork> works) {
    int decided = 0;
    int approved = 0;
    for (PastWork work : works) {
      decided += work.decision() instanceof PastWork.Decision.Undecided ? 0 : 1;
      approved += work.decision() instanceof PastWork.Decision.Approved ? 1 : 0;
    }
    Figures.timed(
        handle,
        group.id(),
        works.stream()
            .collect(
                Collectors.groupingBy(
                    PastWork::workerId,
                    Collectors.mapping(work -> work.took().toMillis(), Collectors.toList()))));
    Figures.quartiles(handle, group.id());
    Earned.add(
        handle,
        new Earned.Payer(
            group.id(), group.requesterId(), group.reward().currency().getCurrencyCode()),
        works.stream().flatMap(work -> share(group, work).stream()).toList());
    Figures.decided(handle, group.requesterId(), decided, approved);
    Figures.paid(
        handle,
        group.requesterId(),
        works.stream()
            .filter(work -> work.decision() instanceof PastWork.Decision.Approved)
            .sorted(Comparator.comparing(PastWork::decided))
            .map(work -> work.decidedAfter().toMillis())
            .toList());
    works.stream()
        .filter(work -> work.decision() instanceof PastWork.Decision.Approved)
        .collect(Collectors.toMap(PastWork::workerId, PastWork::decided, (a, b) -> a, TreeMap::new))
        .forEach((worker, paid) -> Payers.paid(handle, worker, group.requesterId(), paid));
    handle.execute(
        "update task_group set tasks = tasks + ? where id = ?", works.size(), group.id());
    works.stream()
        .filter(work -> !(work.decision() instanceof PastWork.Decision.Undecided))
        .forEach(
            work ->
                WorkerFigures.decided(
                    handle,
                    work.workerId(),
                    1,
                    work.decision() instanceof PastWork.Decision.Approved ? 1 : 0));
  }

  private static Optional<Share> share(Group group, PastWork work) {
    long millis = work.took().toMillis();
    return switch (work.decision()) {
      case PastWork.Decision.Approved _ ->
          Optional.of(
              Share.approved(work.workerId(), work.submitted(), group.reward().minor(), millis));
      case PastWork.Decision.Rejected _ ->
          Optional.of(Share.rejected(work.workerId(), work.submitted(), 0, millis));
      case PastWork.Decision.Undecided _ -> Optional.empty();
    };
  }

  private static String state(PastWork.Decision decision) {
    return switch (decision) {
      case PastWork.Decision.Approved approved -> "APPROVED";
      case PastWork.Decision.Rejected rejected -> "REJECTED";
      case PastWork.Decision.Undecided undecided -> "SUBMITTED";
    };
  }

  private static @Nullable String reason(PastWork.Decision decision) {
    return decision instanceof PastWork.Decision.Rejected(String reason) ? reason : null;
  }

  private static Group group(Handle handle, String id) {
    Group group =
        handle
            .createQuery(
                "select g.*, (select question from task where group_id = g.id and position >= 0"
                    + " order by position, id limit 1) as question from task_group g where id ="
                    + " :id")
            .bind("id", id)
            .map(
                (row, context) ->
                    new Group(
                        id,
                        row.getString("requester_id"),
                        Money.of(row.getLong("reward_minor"), row.getString("currency")),
                        Money.of(row.getLong("fee_minor"), row.getString("currency")),
                        Duration.ofSeconds(row.getLong("allowed_seconds")),
                        Duration.ofSeconds(row.getLong("approve_seconds")),
                        row.getString("question")))
            .findOne()
            .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, id));
    if (group.question() == null) {
      throw new IllegalArgumentException("a group without tasks has no past");
    }
    return group;
  }
}
