package dev.hark.hub.work;

import dev.hark.fault.Fault;
import dev.hark.fault.Refusal;
import dev.hark.hub.account.Audit;
import dev.hark.hub.account.Caller;
import dev.hark.hub.account.Deed;
import dev.hark.hub.event.Event;
import dev.hark.hub.event.EventKind;
import dev.hark.hub.event.Events;
import dev.hark.hub.store.Ids;
import dev.hark.hub.store.Store;
import dev.hark.wire.PostedGroupJson;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What requesters do with groups that they posted. Each call is one transaction and gives the group
 * as it is then; with a key that was used for the same call before, it changes nothing. All throw
 * {@link Fault.Refused} with {@link Refusal#NOT_FOUND} where the caller has no such group, and with
 * {@link Refusal#INVALID} where the key was used for another call. Safe for use by several threads
 * and hubs.
 */
public final class Postings {
  private final Store store;
  private final Clock clock;
  private final Payments payments;
  private final GoldFunds gold;

  public Postings(Store store, Clock clock, Payments payments) {
    this.store = store;
    this.clock = clock;
    this.payments = payments;
    this.gold = new GoldFunds(payments);
  }

  /** A change of a group; is run once for a key. */
  private interface Change {
    void make(Handle handle, Owned group, Instant now);
  }

  private PostedGroupJson change(Caller caller, String id, String key, String what, Change change) {
    return store.write(
        handle -> {
          Instant now = clock.instant();
          Owned group = Owned.take(handle, caller, id);
          if (Calls.first(handle, caller.id(), key, what + " " + id, now)) {
            change.make(handle, group, now);
          }
          return PostedGroups.one(handle, now, id);
        });
  }

  /**
   * Puts a draft on the market; its lifetime begins. Does nothing where that was done before.
   *
   * @throws Fault.Refused with {@link Refusal#NOT_COVERED} where the requester's money does not
   *     cover it
   */
  public PostedGroupJson publish(Caller caller, String id, String key) {
    return change(
        caller,
        id,
        key,
        "publish",
        (handle, group, now) -> {
          if (group.draft()) {
            Optional<Long> end = group.lifetime().map(some -> now.plus(some).toEpochMilli());
            handle.execute(
                "update task_group set state = 'PUBLISHED', published = ?, expires = ?"
                    + " where id = ?",
                now.toEpochMilli(),
                end.orElse(GroupWriter.NEVER),
                id);
            open(handle, group, now);
            tell(handle, caller, group, now, EventKind.GROUP_PUBLISHED, Deed.GROUP_PUBLISHED);
          }
        });
  }

  private static void tell(
      Handle handle, Caller caller, Owned group, Instant now, EventKind kind, Deed deed) {
    Audit.note(handle, now, caller.id(), deed, group.id());
    Events.emit(handle, now, Event.open(kind, group.requesterId()).group(group.id()));
  }

  private static void tellMore(Handle handle, Caller caller, Owned group, Instant now) {
    if (!group.draft()) {
      tell(handle, caller, group, now, EventKind.GROUP_EXTENDED, Deed.GROUP_EXTENDED);
    }
  }

  /** Opens what is withdrawn, with money that covers it. */
  private void open(Handle handle, Owned group, Instant now) {
    int opened = Slots.open(handle, group.id(), now);
    handle.execute(
        "update task_group set close_due = case when expires < ? then expires end where id = ?",
        GroupWriter.NEVER,
        group.id());
    payments.escrow(handle, group.id(), opened, "opened:" + Ids.next(), now);
    gold.opened(handle, group.id(), now);
    payments.requireOpen(handle, group.requesterId());
  }

  /**
   * More answers, more time, or both. A group that had expired opens again.
   *
   * @param answers more for each task, 0 for none
   * @param expires the new end, later than it was; empty where it stays
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#NOT_COVERED}
   */
  public PostedGroupJson extend(
      Caller caller, String id, int answers, Optional<Instant> expires, String key) {
    GroupRules.require(
        answers >= 0 && answers <= GroupRules.COPIES_LIMIT,
        "answers: 0 to " + GroupRules.COPIES_LIMIT);
    GroupRules.require(answers > 0 || expires.isPresent(), "answers or expires: one of them");
    return change(
        caller,
        id,
        key,
        "extend " + answers + " " + expires,
        (handle, group, now) -> {
          expires.ifPresent(end -> extendTo(handle, group, end, now));
          GroupRules.require(
              expires.isPresent() || !group.overAt(now),
              "expires: a later end, since the group has expired");
          addAnswers(handle, group, answers);
          if (!group.draft()) {
            open(handle, group, now);
          }
          tellMore(handle, caller, group, now);
        });
  }

  private static void extendTo(Handle handle, Owned group, Instant end, Instant now) {
    GroupRules.require(!group.draft(), "expires: not for a draft, which has a lifetime");
    GroupRules.require(
        end.isAfter(now) && end.isAfter(group.expires()) && before(end, now),
        "expires: later than now and than it was, and within "
            + GroupRules.LIFETIME_LIMIT.toDays()
            + " days");
    handle.execute(
        "update task_group set expires = ? where id = ?", end.toEpochMilli(), group.id());
  }

  private static boolean before(Instant end, Instant now) {
    return !end.isAfter(now.plus(GroupRules.LIFETIME_LIMIT));
  }

  private static void addAnswers(Handle handle, Owned group, int answers) {
    if (answers == 0) {
      return;
    }
    GroupRules.require(
        group.copies() + answers <= GroupRules.COPIES_LIMIT,
        "answers: " + GroupRules.COPIES_LIMIT + " for each task at most, with those before");
    GroupRules.require(
        (long) group.tasks() * answers <= GroupRules.ANSWER_LIMIT,
        "answers: " + GroupRules.ANSWER_LIMIT + " in one call at most");
    List<String> tasks =
        handle
            .createQuery(
                "select id from task where group_id = :group and position >= 0"
                    + " order by position, id")
            .bind("group", group.id())
            .mapTo(String.class)
            .list();
    TaskWriter writer = new TaskWriter(handle, group.requesterId());
    writer.more(group.id(), tasks, answers, TaskWriter.Start.after(handle, group.id()), true);
    writer.flush();
    handle.execute("update task_group set copies = copies + ? where id = ?", answers, group.id());
  }

  /**
   * Adds tasks to a group, all or nothing.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID}, {@link Refusal#GROUP_EXPIRED}, {@link
   *     Refusal#NOT_COVERED}
   */
  public PostedGroupJson add(Caller caller, String id, List<NewGroup.NewTask> tasks, String key) {
    GroupRules.require(!tasks.isEmpty(), "tasks: at least one");
    GroupRules.tasks(tasks, 1);
    return change(
        caller,
        id,
        key,
        "add " + GroupWriter.fingerprint(tasks),
        (handle, group, now) -> {
          if (group.overAt(now)) {
            throw new Fault.Refused(Refusal.GROUP_EXPIRED, group.expires());
          }
          GroupRules.tasks(tasks, group.copies());
          TaskWriter writer = new TaskWriter(handle, group.requesterId());
          TaskWriter.Start start = TaskWriter.Start.after(handle, id);
          writer.add(id, tasks, group.copies(), start, true);
          writer.flush();
          handle.execute("update task_group set tasks = tasks + ? where id = ?", tasks.size(), id);
          if (!group.draft()) {
            open(handle, group, now);
          }
          tellMore(handle, caller, group, now);
        });
  }

  /** Where the group stands in the list: those of higher priority first. */
  public PostedGroupJson prioritise(Caller caller, String id, int priority, String key) {
    GroupRules.priority(priority);
    return change(
        caller,
        id,
        key,
        "priority " + priority,
        (handle, group, now) ->
            handle.execute("update task_group set priority = ? where id = ?", priority, id));
  }

  /**
   * From now on nobody can take a task of the group; those that are held may still be handed in.
   *
   * @throws Fault.Refused with {@link Refusal#INVALID} for a draft
   */
  public PostedGroupJson expire(Caller caller, String id, String key) {
    return change(
        caller,
        id,
        key,
        "expire",
        (handle, group, now) -> {
          GroupRules.require(!group.draft(), "id: a group that is published");
          if (!group.overAt(now)) {
            close(handle, id, now.minus(Leases.GRACE), now);
            handle.execute(
                "update task_group set expires = ? where id = ?", now.toEpochMilli(), id);
            tell(handle, caller, group, now, EventKind.GROUP_EXPIRED, Deed.GROUP_EXPIRED);
          }
        });
  }

  /**
   * Ends all groups of a requester whose account is closed: nobody can take a task any more, what
   * is held may be handed in and is paid, and what is set aside for the rest is free again. Takes
   * part in the transaction that closes the account.
   */
  public void endAll(Handle handle, Caller by, String requesterId, Instant now) {
    // Whoever is just publishing in their name has committed, or finds the account closed.
    payments.lock(handle, requesterId);
    for (String id : ofRequester(handle, requesterId)) {
      Owned group = Owned.take(handle, by, id);
      boolean over = group.overAt(now);
      close(handle, id, now.minus(Leases.GRACE), now);
      if (!group.draft() && !over) {
        handle.execute("update task_group set expires = ? where id = ?", now.toEpochMilli(), id);
        tell(handle, by, group, now, EventKind.GROUP_EXPIRED, Deed.GROUP_EXPIRED);
      }
    }
  }

  private static List<String> ofRequester(Handle handle, String requesterId) {
    return handle
        .createQuery(
            "select id from task_group where requester_id = :requester and state <> 'DELETED'"
                + " order by created, id")
        .bind("requester", requesterId)
        .mapTo(String.class)
        .list();
  }

  /**
   * Withdraws what nobody holds; its money is free again, but for what rejected answers and gold
   * that is held may still cost.
   */
  private void close(Handle handle, String id, Instant idleSince, Instant now) {
    Slots.Withdrawn withdrawn = Slots.withdraw(handle, id, idleSince);
    int kept = payments.kept().keepOfSlots(handle, withdrawn.hadBefore(), now);
    payments.release(handle, id, withdrawn.count() - kept, "withdrawn:" + Ids.next(), now);
    gold.closed(handle, id, idleSince, now);
  }

  /**
   * Hides a group for good. Its answers, decisions and payments stay.
   *
   * @throws Fault.Refused with {@link Refusal#GROUP_BUSY} while tasks are held or answers undecided
   */
  public void delete(Caller caller, String id, String key) {
    Instant now = clock.instant();
    store.write(
        handle -> {
          if (!deleted(handle, caller, id)) {
            Owned.take(handle, caller, id);
            if (Calls.first(handle, caller.id(), key, "delete " + id, now)) {
              close(handle, id, now, now);
              requireIdle(handle, id, now);
              handle.execute("update task_group set state = 'DELETED' where id = ?", id);
              Audit.note(handle, now, caller.id(), Deed.GROUP_DELETED, id);
            }
          }
          return id;
        });
  }

  private static boolean deleted(Handle handle, Caller caller, String id) {
    return handle
        .createQuery("select requester_id from task_group where id = :id and state = 'DELETED'")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .filter(caller::answersFor)
        .isPresent();
  }

  private static void requireIdle(Handle handle, String id, Instant now) {
    // Gold that is mixed in has no slot among those wanted: leases are counted, not slots.
    int held =
        handle
            .createQuery(
                "select count(*) from assignment"
                    + " where group_id = :group and state = 'HELD' and deadline > :now")
            .bind("group", id)
            .bind("now", now.toEpochMilli())
            .mapTo(Integer.class)
            .one();
    int waiting = PostedGroups.one(handle, now, id).answers().waiting();
    if (held > 0 || waiting > 0) {
      throw new Fault.Refused(Refusal.GROUP_BUSY, held, waiting);
    }
  }

  /**
   * Withdraws what was left of groups that have expired. Nothing depends on it but the money that
   * is free again and the length of lists: whoever reads those calls it.
   */
  public void settle() {
    Instant now = clock.instant();
    List<String> due = store.read(handle -> due(handle, now));
    if (!due.isEmpty()) {
      store.write(
          handle -> {
            List<String> ids = due(handle, now);
            ids.stream().sorted().forEach(id -> settle(handle, id, now));
            return ids.size();
          });
    }
  }

  private void settle(Handle handle, String id, Instant now) {
    // Whoever is just extending it would else find what is withdrawn here neither open nor closed.
    Store.lock(handle, "group:" + id);
    boolean over =
        handle
            .createQuery("select 1 from task_group where id = :id and expires <= :now")
            .bind("id", id)
            .bind("now", now.toEpochMilli())
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (over) {
      close(handle, id, now.minus(Leases.GRACE), now);
    } else {
      GoldFunds.dueAgain(handle, id, null);
      gold.done(handle, id, now);
    }
  }

  private static List<String> due(Handle handle, Instant now) {
    return handle
        .createQuery(
            "select id from task_group where close_due is not null and close_due <= :now"
                + " and (expires <= :now or open_slots = 0) order by close_due, id limit 50")
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .list();
  }
}
