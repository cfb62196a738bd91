package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Caller;
import dev.hark.hub.quality.GroupWishes;
import dev.hark.hub.quality.Wishes;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.task.Question;
import dev.hark.wire.AnswerJson;
import dev.hark.wire.GroupQualityJson;
import dev.hark.wire.QuestionJson;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What requesters want of their groups' answers: gold that is mixed in, and rules of approval. Safe
 * for use by several threads and hubs.
 */
public final class GroupQuality {
  /** Most gold tasks of a group. */
  public static final int GOLD_LIMIT = 1_000;

  private final Store store;
  private final Clock clock;
  private final Payments payments;
  private final GoldWatch watch;

  public GroupQuality(Store store, Clock clock, Payments payments, GoldWatch watch) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
    this.watch = watch;
  }

  private record Terms(String requesterId, int copies, int tasks, boolean open) {}

  /**
   * Sets the wishes of a group. Gold tasks that are there already stay; more are added, none is
   * taken away. The same call again changes nothing. Money is set aside where a task is still to be
   * answered; where none is, it is when the group is extended.
   *
   * @param gold tasks with a known answer each
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}, {@link Refusal#INVALID} where the wishes
   *     make no sense, {@link Refusal#NOT_COVERED} where the requester's money does not cover the
   *     answers to gold
   */
  public GroupQualityJson set(
      Caller caller, String groupId, Wishes wishes, List<NewGroup.NewTask> gold) {
    gold.forEach(GroupRules::check);
    if (gold.size() > GOLD_LIMIT || gold.stream().anyMatch(task -> task.gold().isEmpty())) {
      throw new Fault.Refused(
          Refusal.INVALID, "goldTasks: at most " + GOLD_LIMIT + ", each with its known answer");
    }
    return store.write(
        handle -> {
          Store.lock(handle, "quality:" + groupId);
          watch.lock(handle, groupId);
          Terms terms = terms(handle, clock.instant(), caller, groupId);
          wishes
              .fault(terms.copies())
              .ifPresent(
                  fault -> {
                    throw new Fault.Refused(Refusal.INVALID, fault);
                  });
          GroupWishes before = GroupWishes.locked(handle, groupId);
          int tasks = add(handle, terms, groupId, before.goldTasks(), gold);
          if (wishes.goldRate() > 0 && tasks == 0) {
            throw new Fault.Refused(Refusal.INVALID, "goldTasks: at least one for a gold rate");
          }
          int budget =
              terms.open()
                  ? Math.max(
                      before.lent(),
                      wishes.budget(terms.tasks() * terms.copies()) + before.repeats().most())
                  : before.budget();
          reserve(handle, groupId, budget - before.budget());
          watch.wanted(handle, groupId, budget - before.budget());
          GroupWishes.save(handle, groupId, wishes, tasks, budget);
          return json(GroupWishes.of(handle, groupId));
        });
  }

  /**
   * The wishes of a group.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_FOUND}
   */
  public GroupQualityJson of(Caller caller, String groupId) {
    return store.read(
        handle -> {
          terms(handle, clock.instant(), caller, groupId);
          return json(GroupWishes.of(handle, groupId));
        });
  }

  /** Sets the money for further answers to gold aside, or gives back what is too much. */
  private void reserve(Handle handle, String groupId, int answers) {
    // Under the group's lock a change of the number happens once; its cause need not tell it.
    String cause = "gold:" + Ids.next();
    if (answers >= 0) {
      payments.escrow(handle, groupId, answers, cause, clock.instant());
    } else {
      payments.release(handle, groupId, -answers, cause, clock.instant());
    }
  }

  private static int add(
      Handle handle, Terms terms, String groupId, int there, List<NewGroup.NewTask> gold) {
    Set<String> known = new HashSet<>();
    handle
        .createQuery(
            "select t.question, t.gold from gold_task g join task t on t.id = g.task_id"
                + " where g.group_id = :group")
        .bind("group", groupId)
        .map((row, context) -> known.add(row.getString("question") + row.getString("gold")))
        .list();
    int number = there;
    for (NewGroup.NewTask task : gold) {
      Question question = QuestionFiles.resolve(handle, terms.requesterId(), task.question());
      String asked = Publishing.json(QuestionJson.of(question));
      String answer = Publishing.json(AnswerJson.of(task.gold().orElseThrow()));
      if (known.add(asked + answer)) {
        String id = Ids.next();
        // Gold is in no order of the group's own, and comes in no list of its tasks.
        handle.execute(
            "insert into task (id, group_id, question, gold, position) values (?, ?, ?, ?, -1)",
            id,
            groupId,
            asked,
            answer);
        handle.execute(
            "insert into gold_task (group_id, number, task_id) values (?, ?, ?)",
            groupId,
            number++,
            id);
      }
    }
    if (number > GOLD_LIMIT) {
      throw new Fault.Refused(Refusal.INVALID, "goldTasks: at most " + GOLD_LIMIT);
    }
    return number;
  }

  private static Terms terms(Handle handle, Instant now, Caller caller, String groupId) {
    return handle
        .createQuery(
            "select requester_id, copies, tasks, case when state = 'DRAFT'"
                + " or (open_slots > 0 and expires > :now) then 1 else 0 end as is_open"
                + " from task_group where id = :group and state <> 'DELETED'")
        .bind("now", now.toEpochMilli())
        .bind("group", groupId)
        .map(
            (row, context) ->
                new Terms(
                    row.getString("requester_id"),
                    row.getInt("copies"),
                    row.getInt("tasks"),
                    row.getInt("is_open") == 1))
        .findOne()
        .filter(terms -> caller.answersFor(terms.requesterId()))
        .orElseThrow(() -> new Fault.Refused(Refusal.NOT_FOUND, groupId));
  }

  private static GroupQualityJson json(GroupWishes group) {
    Wishes wishes = group.wishes();
    return new GroupQualityJson(
        wishes.goldRate(),
        group.goldTasks(),
        group.budget(),
        group.answered(),
        wishes.approveOnGold(),
        wishes.agreement().isPresent() ? wishes.agreement().getAsDouble() : null,
        wishes.enough().isPresent() ? wishes.enough().getAsInt() : null);
  }
}
