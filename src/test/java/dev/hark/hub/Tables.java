package dev.hark.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hark.hub.ledger.LedgerCheck;
import dev.hark.hub.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must be true of a hub's tables whatever happened. */
public final class Tables {
  private final Store store;

  public Tables(Store store) {
    this.store = store;
  }

  public long number(String query) {
    return store.read(handle -> handle.createQuery(query).mapTo(Long.class).one());
  }

  public Set<String> texts(String query) {
    return store.read(
        handle -> new TreeSet<>(handle.createQuery(query).mapTo(String.class).list()));
  }

  /** Answers as they are kept, by assignment; fails where an assignment has two. */
  public Map<String, String> answers() {
    return store.read(
        handle -> {
          Map<String, String> found = new TreeMap<>();
          handle
              .createQuery("select id, answer from assignment where submitted is not null")
              .map((row, context) -> found.put(row.getString("id"), row.getString("answer")))
              .list();
          return found;
        });
  }

  private void none(String what, String query) {
    assertEquals(
        List.of(),
        store.read(handle -> handle.createQuery(query).mapToMap().list()).stream()
            .limit(5)
            .toList(),
        what);
  }

  /** Never an answer too many: one a slot, one of a worker for a task. */
  public void assertAnswersFitSlots() {
    none(
        "answered slots without exactly one answer",
        "select s.id from slot s left join assignment a"
            + " on a.slot_id = s.id and a.submitted is not null"
            + " where s.holder is not null and s.done = 1"
            + " group by s.id having count(a.id) <> 1");
    none(
        "answers whose slot is open, or another's",
        "select a.id from assignment a join slot s on s.id = a.slot_id"
            + " where a.submitted is not null and (s.done = 0 or s.holder <> a.id)");
    none(
        "workers with two answers for a task",
        "select task_id, worker_id from assignment where submitted is not null"
            + " group by task_id, worker_id having count(*) > 1");
    none(
        "groups whose count of open slots is wrong",
        "select g.id, g.open_slots from task_group g join slot s on s.group_id = g.id"
            + " group by g.id, g.open_slots"
            + " having g.open_slots <> sum(case when s.done = 0 then 1 else 0 end)");
  }

  /**
   * Never one slot held by two at once, by the clocks that lent it. When a lease was returned is
   * not known, and a rejected answer has given its slot back.
   */
  public void assertLeasesDoNotOverlap() {
    none(
        "slots lent while somebody held them",
        "select a.state, a.accepted, a.deadline, a.submitted, b.state as then_state,"
            + " b.accepted as then_accepted, b.submitted as then_submitted from assignment a"
            + " join assignment b on b.slot_id = a.slot_id and b.id <> a.id"
            + " and b.accepted >= a.accepted and b.state not in ('RETURNED', 'REJECTED')"
            + " where a.state <> 'REJECTED' and ((a.state = 'HELD' and b.accepted < a.deadline)"
            + " or (a.submitted is not null and b.accepted > a.submitted)"
            + " or (a.submitted is not null and b.submitted is not null))");
    none(
        "held slots without a living assignment",
        "select s.id from slot s left join assignment a on a.id = s.holder"
            + " where s.done = 0 and s.holder is not null and s.held_until > 0"
            + " and (a.id is null or a.slot_id <> s.id or a.state <> 'HELD')");
  }

  /** Each approved answer was paid once, and nothing else was; all books add up to nothing. */
  public void assertMoneyAgrees() {
    none(
        "transfers whose entries do not add up to nothing",
        "select transfer_key from entry group by transfer_key, currency having sum(minor) <> 0");
    none(
        "transfers without entries",
        "select t.transfer_key from transfer t left join entry e"
            + " on e.transfer_key = t.transfer_key where e.transfer_key is null");
    none(
        "approved answers that were not paid what they earn",
        "select a.id from assignment a join task_group g on g.id = a.group_id"
            + " left join entry e on e.transfer_key = 'reward:' || a.id"
            + " and e.book = 'worker:' || a.worker_id and e.currency = g.currency"
            + " where a.state = 'APPROVED' and coalesce(e.minor, 0) <> g.reward_minor");
    none(
        "payments without an approved answer",
        "select t.transfer_key from transfer t left join assignment a"
            + " on t.transfer_key = 'reward:' || a.id and a.state = 'APPROVED'"
            + " where t.transfer_key like 'reward:%' and a.id is null");
    none(
        "workers' books with money from elsewhere",
        "select transfer_key from entry where book like 'worker:%'"
            + " and transfer_key not like 'reward:%'");
    assertEquals(List.of(), new LedgerCheck(store).check().faults(), "the ledger's own check");
  }
}
